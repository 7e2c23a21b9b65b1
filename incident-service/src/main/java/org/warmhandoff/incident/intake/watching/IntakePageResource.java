package org.warmhandoff.incident.intake.watching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/**
 * What was made of the posts of the last 24 hours. A dispatcher sees the own police service's CAD,
 * an administrator, who sets all of them up, sees each.
 */
@Path("/intake")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.ADMINISTRATOR, Role.DISPATCHER})
public class IntakePageResource {

  private final IntakeClerk clerk;
  private final ReadIntakeLog readIntakeLog;
  private final Caller caller;
  private final InstantSource clock;

  IntakePageResource(
      IntakeClerk clerk, ReadIntakeLog readIntakeLog, Caller caller, InstantSource clock) {
    this.clerk = clerk;
    this.readIntakeLog = readIntakeLog;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance days(List<IntakeDay> days);
  }

  @GET
  @Operation(summary = "Page: what became of the posts of the last 24 hours, and what to mend")
  @RolesAllowed({Role.ADMINISTRATOR, Role.DISPATCHER})
  public TemplateInstance days() {
    String only = caller.has(Role.ADMINISTRATOR) ? null : caller.policeService();
    clerk.write(false);
    return Templates.days(readIntakeLog.read(only, clock.instant()));
  }
}
