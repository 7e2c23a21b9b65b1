package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;

/** The forms of the rota's page. */
@Path("/rota")
@Produces(MediaType.TEXT_HTML)
public class RotaFormResource {

  private final TakeShift takeShift;
  private final OfferShift offerShift;
  private final WithdrawOffer withdrawOffer;
  private final OverrideShift overrideShift;
  private final CallOffShift callOffShift;
  private final Caller caller;

  RotaFormResource(
      TakeShift takeShift,
      OfferShift offerShift,
      WithdrawOffer withdrawOffer,
      OverrideShift overrideShift,
      CallOffShift callOffShift,
      Caller caller) {
    this.takeShift = takeShift;
    this.offerShift = offerShift;
    this.withdrawOffer = withdrawOffer;
    this.overrideShift = overrideShift;
    this.callOffShift = callOffShift;
    this.caller = caller;
  }

  @POST
  @Path("/shifts/{id}/taking")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I take this shift")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public Response take(UUID id, @FormParam("week") @Nullable String week, @Context UriInfo uri) {
    takeShift.take(id, caller.staff(), caller.userName());
    return back(week, uri);
  }

  @POST
  @Path("/shifts/{id}/offer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: somebody else may have my shift")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public Response offer(
      UUID id,
      @FormParam("for") @Nullable String instead,
      @FormParam("week") @Nullable String week,
      @Context UriInfo uri) {
    offerShift.offer(id, id(instead, "/for"), caller.staff(), caller.userName());
    return back(week, uri);
  }

  @POST
  @Path("/shifts/{id}/keeping")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I keep my shift after all")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public Response keep(UUID id, @FormParam("week") @Nullable String week, @Context UriInfo uri) {
    withdrawOffer.withdraw(id, caller.staff(), caller.userName());
    return back(week, uri);
  }

  @POST
  @Path("/shifts/{id}/staff")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: somebody else has this shift, or nobody")
  @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
  public Response override(
      UUID id,
      @FormParam("staff") @Nullable String staff,
      @FormParam("reason") @Nullable String reason,
      @FormParam("week") @Nullable String week,
      @Context UriInfo uri) {
    overrideShift.override(
        id, id(staff, "/staff"), ShiftResource.why(reason), ShiftResource.planner(caller));
    return back(week, uri);
  }

  @POST
  @Path("/shifts/{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: this shift does not take place")
  @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
  public Response callOff(
      UUID id,
      @FormParam("reason") @Nullable String reason,
      @FormParam("sure") @Nullable String sure,
      @FormParam("week") @Nullable String week,
      @Context UriInfo uri) {
    if (!"yes".equals(sure)) {
      throw Problem.wrong("not-confirmed", "Nothing was done: it was not confirmed.")
          .at("/sure")
          .expected("yes");
    }
    callOffShift.callOff(id, ShiftResource.why(reason), ShiftResource.planner(caller));
    return back(week, uri);
  }

  private static @Nullable UUID id(@Nullable String given, String pointer) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(given);
    } catch (IllegalArgumentException unreadable) {
      throw new Flaw(pointer, "one of those to choose from, or nothing").problem();
    }
  }

  private static Response back(@Nullable String week, UriInfo uri) {
    return Response.seeOther(
            uri.getBaseUriBuilder()
                .path("rota")
                .queryParam("week", week == null ? "" : week)
                .build())
        .build();
  }
}
