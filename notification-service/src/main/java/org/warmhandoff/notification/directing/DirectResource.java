package org.warmhandoff.notification.directing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;

/** Calling help off and passing it on, as an API. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DirectResource {

  private final CallOffHelp callOffHelp;
  private final ReassignHelp reassignHelp;
  private final Caller caller;

  DirectResource(CallOffHelp callOffHelp, ReassignHelp reassignHelp, Caller caller) {
    this.callOffHelp = callOffHelp;
    this.reassignHelp = reassignHelp;
    this.caller = caller;
  }

  /**
   * Why help ends.
   *
   * @param reason not-needed, asked-by-officer, other-call-first, worker-cannot, conflict, mistake
   *     or other
   */
  public record CallOff(@Nullable String reason) {}

  /**
   * Why somebody else is paged, and who.
   *
   * @param reason as of a call-off
   * @param to staff id of a worker of the program whose turn it is; null: whoever is next
   */
  public record PassOn(@Nullable String reason, @Nullable UUID to) {}

  /**
   * What goes on.
   *
   * @param assignment id of the assignment that goes on
   */
  public record GoesOn(UUID assignment) {}

  /** Ends help: a dispatcher live help of their police service, a supervisor their program's. */
  @POST
  @Path("/assignments/{id}/stand-down")
  @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
  public void callOff(UUID id, @Nullable CallOff asked) {
    callOffHelp.callOff(id, director(caller), why(asked == null ? null : asked.reason()));
  }

  /** Takes help from whoever has it and pages another, never somebody who must not be. */
  @POST
  @Path("/assignments/{id}/reassignment")
  @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
  public GoesOn passOn(UUID id, @Nullable PassOn asked) {
    WhyByHand why = why(asked == null ? null : asked.reason());
    return new GoesOn(
        reassignHelp.reassign(id, director(caller), why, asked == null ? null : asked.to()));
  }

  static Director director(Caller caller) {
    return new Director(
        caller.staff(), caller.has(Role.DISPATCHER) ? caller.policeService() : null);
  }

  static WhyByHand why(@Nullable String reason) {
    try {
      return Codes.read(WhyByHand.class, reason, "/reason");
    } catch (Flaw flaw) {
      throw Problem.wrong("wrong-reason", "This reason is not known.")
          .at(flaw.pointer())
          .expected(flaw.expected());
    }
  }
}
