package org.warmhandoff.notification.administering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Preview;
import org.warmhandoff.notification.Reason;
import org.warmhandoff.notification.ShownTime;

/** What is done with a draft: looked at beside last week, put into force, or thrown away. */
@Path("/programs")
@Produces(MediaType.TEXT_HTML)
public class DraftPageResource {

  private final PreviewDraft previewDraft;
  private final PublishDraft publishDraft;
  private final DiscardDraft discardDraft;
  private final DescribePrograms describePrograms;
  private final Caller caller;
  private final InstantSource clock;

  DraftPageResource(
      PreviewDraft previewDraft,
      PublishDraft publishDraft,
      DiscardDraft discardDraft,
      DescribePrograms describePrograms,
      Caller caller,
      InstantSource clock) {
    this.previewDraft = previewDraft;
    this.publishDraft = publishDraft;
    this.discardDraft = discardDraft;
    this.describePrograms = describePrograms;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance preview(
        String code, Preview preview, List<Differing> rows, boolean mayChange);
  }

  /** An incident the two would not have treated alike. */
  record Differing(String incident, ShownTime at, Why inForce, Why drafted) {}

  record Why(String code, String first) {
    private static final Set<String> OUTCOMES =
        Set.of("somebody-on-duty", "nobody-on-duty", "not-triggered", "no-program");

    /** Whether it says what would have come of it, and not what stood in the way. */
    public boolean known() {
      return OUTCOMES.contains(code);
    }

    static Why of(Reason reason) {
      return new Why(reason.code(), reason.args().isEmpty() ? "" : reason.args().getFirst());
    }
  }

  @GET
  @Path("{code}/preview")
  @Operation(summary = "Page: who would have been paged last week by the draft")
  @RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR})
  public TemplateInstance preview(String code) {
    Preview preview = previewDraft.preview(code);
    String zone =
        describePrograms.describe().stream()
            .filter(program -> program.code().equals(code))
            .map(ProgramInWords::zone)
            .findFirst()
            .orElse("UTC");
    return Templates.preview(
        code,
        preview,
        preview.differing().stream()
            .map(
                row ->
                    new Differing(
                        row.incident(),
                        ShownTime.of(row.at(), clock.instant(), zone),
                        Why.of(row.inForce()),
                        Why.of(row.drafted())))
            .toList(),
        caller.has(Role.ADMINISTRATOR));
  }

  @POST
  @Path("{code}/publication")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: put the draft into force")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response publish(String code, @Context UriInfo uri) {
    publishDraft.publish(code, caller.userName());
    return ProgramPageResource.back(code, uri);
  }

  @POST
  @Path("{code}/discarding")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: throw the draft away")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response discard(String code, @Context UriInfo uri) {
    discardDraft.discard(code, caller.userName());
    return ProgramPageResource.back(code, uri);
  }
}
