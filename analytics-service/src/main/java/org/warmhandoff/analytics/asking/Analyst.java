package org.warmhandoff.analytics.asking;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whose figures the caller may read, off the verified token. */
@RequestScoped
class Analyst {

  private static final String CLAIM = "police_service";

  private final SecurityIdentity identity;

  Analyst(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * Code of the one police service the analyst belongs to; null for an analyst of the whole
   * installation, who reads of all. A claim that is there and says nothing names no police service,
   * and so nobody's figures.
   */
  @Nullable String policeService() {
    Object claim =
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.getClaim(CLAIM)
            : identity.getAttribute(CLAIM);
    return claim == null ? null : claim.toString();
  }
}
