package org.warmhandoff.incident.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.contracts.Role;

/** Where an administrator names who may use a licensed risk tool. */
@Path("/api/v1/police-services/{code}/screens/{tool}/assessors")
@Consumes(MediaType.APPLICATION_JSON)
public class AssessorResource {

  private final NameAssessors nameAssessors;

  AssessorResource(NameAssessors nameAssessors) {
    this.nameAssessors = nameAssessors;
  }

  /**
   * All assessors of one tool at one police service.
   *
   * @param staff staff ids; whoever is left out may use it no longer
   */
  public record Assessors(@NotNull @Size(max = 10_000) List<@NotNull UUID> staff) {}

  @PUT
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Name the assessors of a risk tool, all of them")
  public void name(
      @PathParam("code") String code,
      @PathParam("tool") String tool,
      @NotNull @Valid Assessors assessors) {
    nameAssessors.name(code, tool, assessors.staff());
  }
}
