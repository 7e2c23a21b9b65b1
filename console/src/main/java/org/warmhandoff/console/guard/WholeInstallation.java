package org.warmhandoff.console.guard;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/**
 * An administrator is one of the whole installation. Who names a police service or an agency, be it
 * an empty one, belongs to a part of it, and is not let through as one by whichever door.
 */
@ApplicationScoped
class WholeInstallation implements SecurityIdentityAugmentor {

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(judged(identity));
  }

  static SecurityIdentity judged(SecurityIdentity identity) {
    boolean bound =
        identity.getPrincipal() instanceof JsonWebToken token
            && (token.getClaim(Caller.POLICE_SERVICE) != null
                || token.getClaim(Caller.AGENCY) != null);
    if (!bound || !identity.hasRole(Role.ADMINISTRATOR)) {
      return identity;
    }
    Set<String> others =
        identity.getRoles().stream()
            .filter(role -> !role.equals(Role.ADMINISTRATOR))
            .collect(Collectors.toSet());
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(others)
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addPermissionChecker(identity::checkPermission)
        .build();
  }
}
