package org.warmhandoff.console;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.key.KeyHolder;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;

/**
 * Who is calling, read off the verified token: the same claims from the embedded identity provider
 * and from Keycloak, by bearer token or by login; or off the key a system came with.
 */
@RequestScoped
public class Caller {

  /** The claim, or the attribute of a key's holder, that names the police service. */
  public static final String POLICE_SERVICE = "police_service";

  /** The claim that names the agency. */
  public static final String AGENCY = "agency";

  /** The claim that names the member of staff. */
  public static final String STAFF = "staff_id";

  /** The attribute that holds a {@link KeyHolder}. */
  public static final String KEY = "key";

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
    String id = required(STAFF, "not-staff", "Only a member of staff may do this.");
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
        POLICE_SERVICE, "no-police-service", "The account belongs to no police service.");
  }

  /**
   * Whether the caller may administer this police service: the installation's administrators may,
   * and the accounts that name it. An account that names none is not the installation's for that.
   */
  public boolean mayActFor(String policeService) {
    return has(Role.ADMINISTRATOR)
        || (!policeService.isBlank() && policeService.equals(claim(POLICE_SERVICE)));
  }

  /** The key the caller came with, if it did not come with a token. */
  public Optional<KeyHolder> key() {
    return identity.getAttribute(KEY) instanceof KeyHolder holder
        ? Optional.of(holder)
        : Optional.empty();
  }

  /**
   * Code of the agency the caller belongs to.
   *
   * @throws Problem 403 where the token names none
   */
  public String agency() {
    return required(AGENCY, "no-agency", "The account belongs to no agency.");
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
    Object value = identity.getAttribute(name);
    if (value == null && identity.getPrincipal() instanceof JsonWebToken token) {
      value = token.getClaim(name);
    }
    return value == null ? null : value.toString();
  }
}
