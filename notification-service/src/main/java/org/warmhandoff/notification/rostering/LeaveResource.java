package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
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
  private final AskLeave askLeave;
  private final DecideLeave decideLeave;
  private final Caller caller;

  LeaveResource(
      GrantLeave grantLeave,
      CallOffLeave callOffLeave,
      AskLeave askLeave,
      DecideLeave decideLeave,
      Caller caller) {
    this.grantLeave = grantLeave;
    this.callOffLeave = callOffLeave;
    this.askLeave = askLeave;
    this.decideLeave = decideLeave;
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

  /** From when until when the caller would be away. */
  public record Wish(@Nullable Instant starts, @Nullable Instant ends) {}

  /** Asks for one's own leave; whoever supervises a program of theirs decides. */
  @POST
  @Path("/{id}/asking")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void ask(UUID id, Wish wish) {
    Instant starts = wish == null ? null : wish.starts();
    Instant ends = wish == null ? null : wish.ends();
    if (starts == null || ends == null || !ends.isAfter(starts)) {
      throw new Flaw("/ends", "starts and ends, instants with an offset, in this order").problem();
    }
    askLeave.ask(id, new Window.Span(starts, ends), caller.staff(), caller.userName());
  }

  /** Grants what was asked for. */
  @POST
  @Path("/{id}/grant")
  @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
  public void grantAsked(UUID id) {
    decideLeave.decide(id, true, ShiftResource.planner(caller));
  }

  /** Refuses what was asked for. */
  @POST
  @Path("/{id}/refusal")
  @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
  public void refuse(UUID id) {
    decideLeave.decide(id, false, ShiftResource.planner(caller));
  }

  /** Calls a leave off, one's own or as an administrator; that there was one stays known. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed({Role.ADMINISTRATOR, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void callOff(UUID id) {
    UUID own = caller.has(Role.ADMINISTRATOR) ? null : caller.staff();
    callOffLeave.callOff(id, own, caller.userName());
  }
}
