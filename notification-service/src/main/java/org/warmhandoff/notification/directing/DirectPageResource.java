package org.warmhandoff.notification.directing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.ShownId;
import org.warmhandoff.notification.ShownTime;

/** One page to pass help on or call it off. Nothing happens without the tick that says "sure". */
@Path("/direct/{assignment}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
public class DirectPageResource {

  private final ReadHelp readHelp;
  private final CallOffHelp callOffHelp;
  private final ReassignHelp reassignHelp;
  private final Caller caller;
  private final InstantSource clock;

  DirectPageResource(
      ReadHelp readHelp,
      CallOffHelp callOffHelp,
      ReassignHelp reassignHelp,
      Caller caller,
      InstantSource clock) {
    this.readHelp = readHelp;
    this.callOffHelp = callOffHelp;
    this.reassignHelp = reassignHelp;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance direct(
        ReadHelp.Shown help,
        String number,
        ShownTime since,
        List<Choice> choices,
        List<String> reasons,
        String back);
  }

  /** Somebody who could be paged, or the reason why not. */
  record Choice(UUID staff, String name, boolean fit, String code, String first) {
    static Choice of(ReadHelp.Other other) {
      return new Choice(
          other.staff().getFirst(),
          String.join(" + ", other.staff().stream().map(ShownId::of).toList()),
          other.fit(),
          other.reason().code(),
          other.reason().args().isEmpty() ? "" : other.reason().args().getFirst());
    }
  }

  @GET
  @Operation(summary = "Page: who has this help, who else could, and to call it off")
  @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
  public TemplateInstance show(UUID assignment) {
    ReadHelp.Shown help = readHelp.read(assignment, DirectResource.director(caller));
    return Templates.direct(
        help,
        ShownId.of(help.incident()),
        ShownTime.of(help.since(), clock.instant(), help.zone()),
        help.others().stream().map(Choice::of).toList(),
        Arrays.stream(WhyByHand.values()).map(Codes::of).toList(),
        home());
  }

  @POST
  @Path("/stand-down")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: call it off")
  @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
  public Response callOff(
      UUID assignment,
      @FormParam("reason") @Nullable String reason,
      @FormParam("sure") @Nullable String sure,
      @Context UriInfo uri) {
    confirmed(sure);
    callOffHelp.callOff(assignment, DirectResource.director(caller), DirectResource.why(reason));
    return back(uri);
  }

  @POST
  @Path("/reassignment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: page somebody else")
  @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR})
  public Response passOn(
      UUID assignment,
      @FormParam("reason") @Nullable String reason,
      @FormParam("to") @Nullable String to,
      @FormParam("sure") @Nullable String sure,
      @Context UriInfo uri) {
    confirmed(sure);
    reassignHelp.reassign(
        assignment, DirectResource.director(caller), DirectResource.why(reason), worker(to));
    return back(uri);
  }

  private static @Nullable UUID worker(@Nullable String to) {
    if (to == null || to.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(to);
    } catch (IllegalArgumentException unreadable) {
      throw Problem.wrong("wrong-worker", "There is no such worker.")
          .at("/to")
          .expected("the id of a worker, or nothing for whoever is next");
    }
  }

  private static void confirmed(@Nullable String sure) {
    if (!"yes".equals(sure)) {
      throw Problem.wrong("not-confirmed", "Nothing was done: it was not confirmed.")
          .at("/sure")
          .expected("yes");
    }
  }

  private Response back(UriInfo uri) {
    return Response.seeOther(uri.getBaseUriBuilder().path(home()).build()).build();
  }

  private String home() {
    return caller.has(Role.DISPATCHER) ? "board" : "duty";
  }
}
