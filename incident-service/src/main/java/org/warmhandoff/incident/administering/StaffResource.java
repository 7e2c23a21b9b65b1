package org.warmhandoff.incident.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.contracts.StaffEvent;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;
import org.warmhandoff.incident.Personal;

/** Where an administrator tells who works here. */
@Path("/api/v1/staff/{id}")
@Consumes(MediaType.APPLICATION_JSON)
public class StaffResource {

  private static final String CODE = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?";

  private final RegisterStaff registerStaff;

  StaffResource(RegisterStaff registerStaff) {
    this.registerStaff = registerStaff;
  }

  /**
   * A member of staff, whole.
   *
   * @param name goes to the vault and nowhere else
   * @param organisation code of the police service or agency
   * @param unit code of the unit, if there is one
   * @param languages BCP 47 tags
   */
  public record Staff(
      @NotBlank @Size(max = 200) String name,
      StaffEvent.@NotNull Kind kind,
      @NotNull @Pattern(regexp = CODE) String organisation,
      @Nullable @Pattern(regexp = CODE) String unit,
      @Nullable @Size(max = 20)
          List<@NotNull @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") String> languages,
      boolean active) {

    @Override
    public String toString() {
      return "Staff[" + kind + ", " + organisation + "]";
    }
  }

  @PUT
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Register a member of staff, or change what is known of them")
  public void register(@PathParam("id") UUID id, @NotNull @Valid Staff staff) {
    List<String> languages = staff.languages();
    registerStaff.register(
        new StaffRegistered(
            id,
            staff.kind(),
            staff.organisation(),
            staff.unit(),
            languages == null ? List.of() : languages,
            staff.active()),
        Personal.of(staff.name().strip()));
  }
}
