package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/** Leave of workers: while it lasts nobody pages them. */
@Path("/api/v1/leave")
public class LeaveResource {

  private final GrantLeave grantLeave;
  private final CallOffLeave callOffLeave;
  private final Caller caller;

  LeaveResource(GrantLeave grantLeave, CallOffLeave callOffLeave, Caller caller) {
    this.grantLeave = grantLeave;
    this.callOffLeave = callOffLeave;
    this.caller = caller;
  }

  /**
   * From when until when somebody is away; not why.
   *
   * @param starts instant with an offset; the first they are away
   * @param ends instant with an offset; the first they are back
   */
  public record Away(@Nullable UUID staff, @Nullable Instant starts, @Nullable Instant ends) {}

  /** Grants a leave; it is not changed afterwards but called off and granted anew. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void grant(UUID id, Away away) {
    if (away == null) {
      throw Problem.unreadable("no-body", "A leave was expected.");
    }
    UUID staff = away.staff();
    Instant starts = away.starts();
    Instant ends = away.ends();
    if (staff == null) {
      throw new Flaw("/staff", "a staff id").problem();
    }
    if (starts == null) {
      throw new Flaw("/starts", "an instant with an offset").problem();
    }
    if (ends == null || !ends.isAfter(starts)) {
      throw new Flaw("/ends", "an instant after starts").problem();
    }
    grantLeave.grant(id, staff, new Window.Span(starts, ends), caller.userName());
  }

  /** Calls a leave off; that it was granted stays known. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  public void callOff(UUID id) {
    callOffLeave.callOff(id, caller.userName());
  }
}
