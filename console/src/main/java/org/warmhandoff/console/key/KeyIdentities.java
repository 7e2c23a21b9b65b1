package org.warmhandoff.console.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.warmhandoff.console.Caller;

/** Lets the holder of a key in as a caller like any other: one role, one police service. */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyRequest> {

  private final Instance<KeyRing> ring;

  KeyIdentities(Instance<KeyRing> ring) {
    this.ring = ring;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  /** The keys stand in a database, which must not hold up the threads that all requests share. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request));
  }

  private SecurityIdentity identity(KeyRequest request) {
    KeyHolder holder =
        (ring.isResolvable()
                ? ring.get().holderOf(request.key(), request.source())
                : Optional.<KeyHolder>empty())
            .orElseThrow(AuthenticationFailedException::new);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("key:" + holder.id()))
        .addRole(holder.role())
        .addAttribute(Caller.POLICE_SERVICE, holder.policeService())
        .addAttribute(Caller.KEY, holder)
        .build();
  }
}
