package org.warmhandoff.notification.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.WindowSpec;

/** Who is on duty, and when. */
@Path("/api/v1/rota")
public class RotaResource {

  private final PutRotaEntry putRotaEntry;

  RotaResource(PutRotaEntry putRotaEntry) {
    this.putRotaEntry = putRotaEntry;
  }

  /**
   * A rota entry; its window is in the program's zone.
   *
   * @param staff workers who each answer alone, or the two of a crew
   */
  public record Entry(
      @Nullable String program, @Nullable List<UUID> staff, @Nullable WindowSpec window) {}

  /** Puts or replaces an entry. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void put(UUID id, Entry entry) {
    if (entry == null) {
      throw Problem.unreadable("no-body", "A rota entry was expected.");
    }
    try {
      putRotaEntry.put(id, entry.program(), entry.staff(), entry.window());
    } catch (Flaw flaw) {
      throw ProgramResource.refused(flaw);
    }
  }
}
