package org.warmhandoff.incident.intake.watching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;

/**
 * What was made of the posts of the last 24 hours. A dispatcher sees the own police service's CAD,
 * an administrator a list of those they set up, and each.
 */
@Path("/intake")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.ADMINISTRATOR, Role.DISPATCHER})
public class IntakePageResource {

  private final IntakeClerk clerk;
  private final ReadIntakeLog readIntakeLog;
  private final ListIntakes listIntakes;
  private final Caller caller;
  private final InstantSource clock;

  IntakePageResource(
      IntakeClerk clerk,
      ReadIntakeLog readIntakeLog,
      ListIntakes listIntakes,
      Caller caller,
      InstantSource clock) {
    this.clerk = clerk;
    this.readIntakeLog = readIntakeLog;
    this.listIntakes = listIntakes;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance all(List<IntakeSum> sums);

    static native TemplateInstance day(IntakeDay day);
  }

  @GET
  @Operation(
      summary =
          "Page: what became of the posts of the last 24 hours; a list of the police services for"
              + " an administrator")
  @RolesAllowed({Role.ADMINISTRATOR, Role.DISPATCHER})
  public TemplateInstance intake() {
    clerk.writeAll();
    Instant now = clock.instant();
    if (caller.has(Role.ADMINISTRATOR)) {
      return Templates.all(
          listIntakes.list(now).stream()
              .filter(one -> caller.mayActFor(one.policeService()))
              .toList());
    }
    return readIntakeLog
        .read(caller.policeService(), now)
        .map(Templates::day)
        .orElseGet(() -> Templates.all(List.of()));
  }

  @GET
  @Path("{policeService}")
  @Operation(summary = "Page: the same of one police service, and what to mend")
  @RolesAllowed({Role.ADMINISTRATOR, Role.DISPATCHER})
  public TemplateInstance day(@PathParam("policeService") String policeService) {
    boolean theirs =
        caller.has(Role.ADMINISTRATOR)
            ? caller.mayActFor(policeService)
            : caller.policeService().equals(policeService);
    if (!theirs) {
      throw notFound();
    }
    clerk.writeAll();
    return readIntakeLog
        .read(policeService, clock.instant())
        .map(Templates::day)
        .orElseThrow(IntakePageResource::notFound);
  }

  private static Problem notFound() {
    return Problem.notFound("not-found", "There is no such police service.");
  }
}
