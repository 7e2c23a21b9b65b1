package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.incident.intake.reading.EidoReader;
import org.warmhandoff.incident.intake.reading.ReportJson;

/** Where whoever connects a CAD asks what intake makes of a document. Nothing is stored. */
@Path("/api/v1/incidents")
@RolesAllowed(Role.CAD)
public class CheckResource {

  private static final int LARGEST_BATCH = 1_000;

  private final FindSource findSource;
  private final ReportCheck check;
  private final Throttle throttle;
  private final Caller caller;
  private final ObjectWriter json;

  CheckResource(
      FindSource findSource,
      ReportCheck check,
      Throttle throttle,
      Caller caller,
      ObjectMapper json) {
    this.findSource = findSource;
    this.check = check;
    this.throttle = throttle;
    this.caller = caller;
    this.json = json.writerFor(Checked.class);
  }

  @POST
  @Path("check")
  @Consumes({MediaType.APPLICATION_JSON, EidoReader.MEDIA_TYPE, PostedReport.STRUCTURED})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.CAD)
  @Operation(
      summary = "Check what would be reported",
      description =
          "Takes what POST /incidents takes, in every format, reads it with the same reader and"
              + " stores nothing. Says per document, event or line what was understood field by"
              + " field, what decides nothing, all that would be refused and how to mend it."
              + " Answers in pointers, codes and kinds of values: nothing of the content is"
              + " repeated.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReportForm.class)),
        @Content(mediaType = EidoReader.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
        @Content(
            mediaType = PostedReport.STRUCTURED,
            schema = @Schema(implementation = ReportEventForm.class)),
        @Content(
            mediaType = PostedReport.BATCH,
            schema = @Schema(type = SchemaType.ARRAY, implementation = ReportEventForm.class)),
        @Content(
            mediaType = BulkResource.NDJSON,
            schema = @Schema(implementation = ReportForm.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "what was made of each document, also where it would be refused",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.ARRAY, implementation = Checked.class)),
        @Content(mediaType = BulkResource.NDJSON, schema = @Schema(implementation = Checked.class))
      })
  @APIResponse(responseCode = "429", description = "too many checks")
  public List<Checked> check(@Context HttpHeaders headers, InputStream body) throws IOException {
    PoliceService source = source();
    IntakeMessages words = ReportCheck.words(headers.getAcceptableLanguages());
    try {
      byte[] sent = bounded(headers, body);
      return List.of(check.check(1, source, words, () -> PostedReport.of(headers, sent)));
    } catch (Problem refused) {
      return List.of(check.refused(source, words, refused));
    }
  }

  /** A list of events, each checked by itself. */
  @POST
  @Path("check")
  @Consumes(PostedReport.BATCH)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.CAD)
  @Operation(hidden = true)
  public List<Checked> batch(@Context HttpHeaders headers, InputStream body) throws IOException {
    PoliceService source = source();
    IntakeMessages words = ReportCheck.words(headers.getAcceptableLanguages());
    List<Checked> checked = new ArrayList<>();
    try {
      for (byte[] event : ReportJson.list(bounded(headers, body), LARGEST_BATCH)) {
        Pace.ofChecks(throttle, source.code()).await();
        checked.add(
            check.check(checked.size() + 1L, source, words, () -> PostedReport.ofEvent(event)));
      }
    } catch (Problem refused) {
      checked.add(check.refused(source, words, refused));
    }
    return checked;
  }

  /** Lines, each answered as it comes: as many as there are. */
  @POST
  @Path("check")
  @Consumes(BulkResource.NDJSON)
  @Produces(BulkResource.NDJSON)
  @RolesAllowed(Role.CAD)
  @Operation(hidden = true)
  public StreamingOutput stream(@Context HttpHeaders headers, InputStream body) {
    PoliceService source = source();
    IntakeMessages words = ReportCheck.words(headers.getAcceptableLanguages());
    InputStream plain = Encoding.plain(headers, body);
    return answer -> {
      try (plain) {
        lines(source, words, new Lines(plain, IncidentResource.LARGEST), answer);
      }
    };
  }

  private void lines(PoliceService source, IntakeMessages words, Lines lines, OutputStream answer)
      throws IOException {
    try {
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        Lines.Line read = line;
        write(
            check.check(read.number(), source, words, () -> PostedReport.ofLine(read.content())),
            answer);
        if (!lines.holdsLine()) {
          answer.flush();
        }
        Pace.ofChecks(throttle, source.code()).await();
      }
    } catch (Problem broken) {
      write(check.refused(source, words, broken), answer);
    }
  }

  private void write(Checked checked, OutputStream answer) throws IOException {
    answer.write(json.writeValueAsBytes(checked));
    answer.write('\n');
  }

  /** The police service that asks; one check is counted. */
  private PoliceService source() {
    PoliceService source = findSource.find(caller.policeService());
    Pace.ofChecks(throttle, source.code()).keep();
    return source;
  }

  private static byte[] bounded(HttpHeaders headers, InputStream body) throws IOException {
    try (InputStream plain = Encoding.plain(headers, body)) {
      return IncidentResource.bounded(plain);
    }
  }
}
