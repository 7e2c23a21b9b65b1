package org.warmhandoff.console;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * Who is calling, read off the verified token: the same claims from the embedded identity provider
 * and from Keycloak, by bearer token or by login.
 */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The caller's staff id.
   *
   * @throws Problem 403 where the token names no member of staff
   */
  public UUID staff() {
    String id = required("staff_id", "not-staff", "Only a member of staff may do this.");
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.forbidden("not-staff", "The account's staff id is not valid.");
    }
  }

  /**
   * Code of the police service the caller belongs to.
   *
   * @throws Problem 403 where the token names none
   */
  public String policeService() {
    return required(
        "police_service", "no-police-service", "The account belongs to no police service.");
  }

  /**
   * Code of the agency the caller belongs to.
   *
   * @throws Problem 403 where the token names none
   */
  public String agency() {
    return required("agency", "no-agency", "The account belongs to no agency.");
  }

  public boolean has(String role) {
    return identity.hasRole(role);
  }

  /** The name the account signs in with; for access records, never for display to a victim. */
  public String userName() {
    return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
  }

  private String required(String claim, String code, String title) {
    String value = claim(claim);
    if (value == null || value.isBlank()) {
      throw Problem.forbidden(code, title);
    }
    return value;
  }

  private @Nullable String claim(String name) {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      Object value = token.getClaim(name);
      return value == null ? null : value.toString();
    }
    Object attribute = identity.getAttribute(name);
    return attribute == null ? null : attribute.toString();
  }
}
