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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.ProgramChange;
import org.warmhandoff.notification.ProgramDraft;
import org.warmhandoff.notification.ProgramSpec;
import org.warmhandoff.notification.ProgramVersion;
import org.warmhandoff.notification.ShownTime;

/** The programs in words, and one changed by a form: drafted, tried on last week, published. */
@Path("/programs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.DISPATCHER})
public class ProgramPageResource {

  private static final List<String> OUTSIDE = List.of("next-rung", "wait", "nobody");
  private static final List<String> UNKNOWN = List.of("wait", "proceed", "next-rung");
  private static final int UNPROCESSABLE = 422;

  private final DescribePrograms describePrograms;
  private final ListPrograms listPrograms;
  private final ReadDraft readDraft;
  private final SaveDraft saveDraft;
  private final ReadHistory readHistory;
  private final Caller caller;
  private final InstantSource clock;

  ProgramPageResource(
      DescribePrograms describePrograms,
      ListPrograms listPrograms,
      ReadDraft readDraft,
      SaveDraft saveDraft,
      ReadHistory readHistory,
      Caller caller,
      InstantSource clock) {
    this.describePrograms = describePrograms;
    this.listPrograms = listPrograms;
    this.readDraft = readDraft;
    this.saveDraft = saveDraft;
    this.readHistory = readHistory;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance programs(List<ProgramInWords> all);

    static native TemplateInstance program(
        ProgramInWords program,
        ProgramForm form,
        Choices choices,
        boolean mayChange,
        boolean drafted,
        List<Line> history,
        String flaw);
  }

  /** What the form may choose from. */
  record Choices(
      List<String> weekdays,
      FormHelp.Choices help,
      List<String> outside,
      List<String> unknown,
      List<String> rungs) {}

  /** One change as it is shown. */
  record Line(String what, ShownTime at, String by, String fields) {}

  @GET
  @Operation(summary = "Page: the programs in force")
  public TemplateInstance list() {
    return Templates.programs(describePrograms.describe());
  }

  @GET
  @Path("{code}")
  @Operation(summary = "Page: one program, its draft and its history")
  public TemplateInstance one(String code) {
    Optional<ProgramDraft> draft = readDraft.read(code);
    ProgramSpec spec = draft.map(ProgramDraft::body).orElseGet(() -> inForce(code));
    return page(code, ProgramForm.of(spec), draft.isPresent(), "");
  }

  /** Saves the draft; what cannot be put into force is shown again with the reason. */
  @POST
  @Path("{code}/draft")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: save a draft")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response save(String code, MultivaluedMap<String, String> sent, @Context UriInfo uri) {
    ProgramForm form = ProgramForm.of(sent);
    Optional<ProgramDraft> draft = readDraft.read(code);
    ProgramSpec base = draft.map(ProgramDraft::body).orElseGet(() -> inForce(code));
    try {
      saveDraft.save(code, form.over(base), caller.userName());
      return back(code, uri);
    } catch (Flaw flaw) {
      String said = flaw.pointer() + ": " + flaw.expected();
      return Response.status(UNPROCESSABLE)
          .entity(page(code, form, draft.isPresent(), said))
          .build();
    }
  }

  private TemplateInstance page(String code, ProgramForm form, boolean drafted, String flaw) {
    List<ProgramInWords> all = describePrograms.describe();
    ProgramInWords program =
        all.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(this::unknown);
    return Templates.program(
        program,
        form,
        new Choices(
            ProgramForm.WEEKDAYS,
            FormHelp.CHOICES,
            OUTSIDE,
            UNKNOWN,
            all.stream().map(ProgramInWords::code).filter(other -> !other.equals(code)).toList()),
        caller.has(Role.ADMINISTRATOR),
        drafted,
        readHistory.read(code).stream().map(change -> line(change, program.zone())).toList(),
        flaw);
  }

  private Line line(ProgramChange change, String zone) {
    return new Line(
        Codes.of(change.what()),
        ShownTime.of(change.at(), clock.instant(), zone),
        change.by(),
        String.join(", ", change.fields()));
  }

  private ProgramSpec inForce(String code) {
    return listPrograms.list().stream()
        .filter(version -> version.code().equals(code))
        .map(ProgramVersion::body)
        .findFirst()
        .orElseThrow(this::unknown);
  }

  private Problem unknown() {
    return Problem.notFound("no-program", "There is no program of this code.");
  }

  static Response back(String code, UriInfo uri) {
    return Response.seeOther(uri.getBaseUriBuilder().path("programs").path(code).build()).build();
  }
}
