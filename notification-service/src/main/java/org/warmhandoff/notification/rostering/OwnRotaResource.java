package org.warmhandoff.notification.rostering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/** The forms of the rota's page about oneself: leave, the calendar's address, the zone. */
@Path("/rota")
@Produces(MediaType.TEXT_HTML)
public class OwnRotaResource {

  private final AskLeave askLeave;
  private final DecideLeave decideLeave;
  private final CallOffLeave callOffLeave;
  private final RenewCalendar renewCalendar;
  private final ChooseZone chooseZone;
  private final Caller caller;

  OwnRotaResource(
      AskLeave askLeave,
      DecideLeave decideLeave,
      CallOffLeave callOffLeave,
      RenewCalendar renewCalendar,
      ChooseZone chooseZone,
      Caller caller) {
    this.askLeave = askLeave;
    this.decideLeave = decideLeave;
    this.callOffLeave = callOffLeave;
    this.renewCalendar = renewCalendar;
    this.chooseZone = chooseZone;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "RotaPageResource")
  static class Templates {
    static native TemplateInstance calendar(String address);
  }

  @POST
  @Path("/leave")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I would be away")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response ask(
      @FormParam("starts") @Nullable String starts,
      @FormParam("ends") @Nullable String ends,
      @FormParam("zone") @Nullable String zone,
      @Context UriInfo uri) {
    ZoneId local = zone(zone);
    Instant from = instant(starts, local, "/starts");
    Instant until = instant(ends, local, "/ends");
    if (!until.isAfter(from)) {
      throw new Flaw("/ends", "a time after the first").problem();
    }
    askLeave.ask(
        UUID.randomUUID(), new Window.Span(from, until), caller.staff(), caller.userName());
    return back(uri);
  }

  @POST
  @Path("/leave/{id}/{decision}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: somebody's leave is granted or refused, or mine called off")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR, Role.ADMINISTRATOR})
  public Response decide(UUID id, String decision, @Context UriInfo uri) {
    boolean planner = caller.has(Role.SUPERVISOR) || caller.has(Role.ADMINISTRATOR);
    switch (decision) {
      case "grant", "refusal" -> {
        if (!planner) {
          throw Problem.notFound("no-leave", "There is no such leave for you to decide.");
        }
        decideLeave.decide(id, decision.equals("grant"), ShiftResource.planner(caller));
      }
      case "calling-off" -> callOffLeave.callOff(id, caller.staff(), caller.userName());
      default -> throw new Flaw("/decision", "grant, refusal or calling-off").problem();
    }
    return back(uri);
  }

  @POST
  @Path("/calendar")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: a new address of my calendar, shown this once")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public TemplateInstance calendar(@Context UriInfo uri) {
    String secret = renewCalendar.renew(caller.staff(), caller.userName());
    return Templates.calendar(
        uri.getBaseUriBuilder().path("api/v1/rota/calendar/" + secret + ".ics").build().toString());
  }

  @POST
  @Path("/zone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the zone my times are shown in")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response choose(@FormParam("zone") @Nullable String zone, @Context UriInfo uri) {
    chooseZone.choose(caller.staff(), zone == null || zone.isBlank() ? null : zone(zone));
    return back(uri);
  }

  static ZoneId zone(@Nullable String zone) {
    try {
      return ZoneId.of(zone == null || zone.isBlank() ? "UTC" : zone);
    } catch (DateTimeException unknown) {
      throw new Flaw("/zone", "an IANA zone, as America/Toronto").problem();
    }
  }

  private static Instant instant(@Nullable String local, ZoneId zone, String pointer) {
    try {
      return LocalDateTime.parse(local == null ? "" : local).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Flaw(pointer, "a day and a time, as 2026-11-23T08:00").problem();
    }
  }

  private static Response back(UriInfo uri) {
    return Response.seeOther(uri.getBaseUriBuilder().path("rota").build()).build();
  }
}
