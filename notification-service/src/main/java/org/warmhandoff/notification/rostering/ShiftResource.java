package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/** Shifts one by one: put, taken, given away, exchanged, overridden, called off. */
@Path("/api/v1/shifts")
public class ShiftResource {

  private final PutShift putShift;
  private final TakeShift takeShift;
  private final OfferShift offerShift;
  private final WithdrawOffer withdrawOffer;
  private final OverrideShift overrideShift;
  private final CallOffShift callOffShift;
  private final Caller caller;

  ShiftResource(
      PutShift putShift,
      TakeShift takeShift,
      OfferShift offerShift,
      WithdrawOffer withdrawOffer,
      OverrideShift overrideShift,
      CallOffShift callOffShift,
      Caller caller) {
    this.putShift = putShift;
    this.takeShift = takeShift;
    this.offerShift = offerShift;
    this.withdrawOffer = withdrawOffer;
    this.overrideShift = overrideShift;
    this.callOffShift = callOffShift;
    this.caller = caller;
  }

  /**
   * A shift beside the rotations.
   *
   * @param programs codes of those it serves
   * @param staff one for each place, null where it is open for whoever signs up
   * @param zones codes of municipalities, nearest first; absent or empty: everywhere alike
   * @param starts instant with an offset
   * @param ends instant with an offset, the first that is not of it; 24 hours later at most
   */
  public record Single(
      @Nullable List<String> programs,
      @Nullable List<@Nullable UUID> staff,
      @Nullable List<String> zones,
      @Nullable Instant starts,
      @Nullable Instant ends) {}

  /** The places of a shift that was put, in order. */
  public record Places(List<UUID> shifts) {}

  /** Somebody else's shift that would be worked instead; absent: whoever takes it. */
  public record Terms(@Nullable UUID forShift) {}

  /**
   * Who has it instead.
   *
   * @param staff absent: nobody, it is open
   * @param reason unwell, agreed, gap, workload, mistake or other
   */
  public record Override(@Nullable UUID staff, @Nullable String reason) {}

  /** Puts a shift of no rotation. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR})
  public Places put(UUID id, Single given) {
    if (given == null) {
      throw Problem.unreadable("no-body", "A shift was expected.");
    }
    try {
      Instant starts = given.starts();
      Instant ends = given.ends();
      List<@Nullable UUID> staff = given.staff();
      if (starts == null || ends == null) {
        throw new Flaw("/starts", "starts and ends, instants with an offset");
      }
      if (staff == null) {
        throw new Flaw("/staff", "a list, null for a place that is open");
      }
      return new Places(
          putShift.put(
              id,
              new PutShift.Given(
                  given.programs() == null ? List.of() : given.programs(),
                  staff,
                  given.zones() == null ? List.of() : given.zones(),
                  new Window.Span(starts, ends)),
              planner(caller)));
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }

  /** Signs up for a shift that is open, or takes one that is given away or to be exchanged. */
  @POST
  @Path("/{id}/taking")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public void take(UUID id) {
    takeShift.take(id, caller.staff(), caller.userName());
  }

  /** Gives one's shift away; it stays one's own until another takes it. */
  @PUT
  @Path("/{id}/offer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public void offer(UUID id, @Nullable Terms terms) {
    UUID instead = terms == null ? null : terms.forShift();
    offerShift.offer(id, instead, caller.staff(), caller.userName());
  }

  /** Keeps it after all. */
  @DELETE
  @Path("/{id}/offer")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public void keep(UUID id) {
    withdrawOffer.withdraw(id, caller.staff(), caller.userName());
  }

  /** Puts somebody else on it, or leaves it open; it stays so when its rotation is put anew. */
  @PUT
  @Path("/{id}/staff")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR})
  public void override(UUID id, @Nullable Override instead) {
    if (instead == null) {
      throw Problem.unreadable("no-body", "Somebody else, and a reason, were expected.");
    }
    overrideShift.override(id, instead.staff(), why(instead.reason()), planner(caller));
  }

  /** Calls it off, for a reason. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR})
  public void callOff(UUID id, @QueryParam("reason") @Nullable String reason) {
    callOffShift.callOff(id, why(reason), planner(caller));
  }

  static Planner planner(Caller caller) {
    return caller.has(Role.ADMINISTRATOR)
        ? new Planner(null, caller.userName(), true)
        : new Planner(caller.staff(), caller.userName(), false);
  }

  static WhyRostered why(@Nullable String reason) {
    try {
      return Codes.read(WhyRostered.class, reason, "/reason");
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }
}
