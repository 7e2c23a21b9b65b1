package org.warmhandoff.console.guard;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a token of the API in that was verified a moment ago; any other is verified by the identity
 * provider's mechanism, which also asks whoever brings none for one. Pages are left to that alone.
 */
@ApplicationScoped
class TokenMechanism implements HttpAuthenticationMechanism {

  private static final String BEARER = "bearer ";

  private final OidcAuthenticationMechanism provider;
  private final TokenMemory memory = new TokenMemory(System::currentTimeMillis);

  TokenMechanism(OidcAuthenticationMechanism provider) {
    this.provider = provider;
  }

  /** After the keys, before the provider's own. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 50;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String token = token(context);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    Optional<SecurityIdentity> known = memory.find(token);
    return known.isPresent()
        ? Uni.createFrom().item(known.get())
        : provider
            .authenticate(context, identities)
            .onItem()
            .ifNotNull()
            .invoke(identity -> memory.keep(token, identity));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }

  private static @Nullable String token(RoutingContext context) {
    String header =
        context.normalizedPath().contains("/api/v1/")
            ? context.request().getHeader("Authorization")
            : null;
    return header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? null
        : header.substring(BEARER.length()).strip();
  }
}
