package org.warmhandoff.console.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the key out of a request to the API. A request without one is left to the identity
 * provider's tokens; pages take no keys at all.
 */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {

  private static final int UNAUTHORIZED = 401;

  /** Who forwards a request may write any words where an IP address belongs. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private final Instance<KeyRing> ring;

  KeyMechanism(Instance<KeyRing> ring) {
    this.ring = ring;
  }

  /** Before the tokens: what begins like a key is shown to nobody else. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 100;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<KeyHeader.Carried> carried = carried(context);
    if (carried.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    Optional<String> key = carried.get().key();
    if (key.isEmpty()) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return identities.authenticate(
        HttpSecurityUtils.setRoutingContextAttribute(
            new KeyRequest(key.get(), source(context)), context));
  }

  /** Told to those who came with a key; the others are asked for a token, or led to the login. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return carried(context).isEmpty()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyRequest.class);
  }

  /** A service that has no keys leaves these headers alone. */
  private Optional<KeyHeader.Carried> carried(RoutingContext context) {
    return ring.isResolvable() && context.normalizedPath().contains("/api/v1/")
        ? KeyHeader.read(name -> context.request().getHeader(name))
        : Optional.empty();
  }

  private static String source(RoutingContext context) {
    SocketAddress address = context.request().remoteAddress();
    if (address == null) {
      return "";
    }
    String number = address.hostAddress() == null ? address.host() : address.hostAddress();
    return number != null && ADDRESS.matcher(number).matches() ? number : "";
  }
}
