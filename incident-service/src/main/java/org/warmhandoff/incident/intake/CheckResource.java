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
public class CheckResource {

  /** A check counts once for each so many bytes: a large document is read more slowly. */
  private static final int BYTES_A_CHECK = 16 * 1024;

  private final FindSource findSource;
  private final ReportCheck check;
  private final OpenStreams open;
  private final Throttle throttle;
  private final Caller caller;
  private final ObjectWriter json;

  CheckResource(
      FindSource findSource,
      ReportCheck check,
      OpenStreams open,
      Throttle throttle,
      Caller caller,
      ObjectMapper json) {
    this.findSource = findSource;
    this.check = check;
    this.open = open;
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
              + " Answers in pointers, codes, times (in UTC) and kinds of values: no name, number,"
              + " address or other text of the content is repeated. A field that is not known is"
              + " told by its name, unless that looks like content.")
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
  @APIResponse(
      responseCode = "413",
      description = "larger than this address takes, by its Content-Length")
  @APIResponse(responseCode = "415", description = "a content type, or encoding, not taken here")
  @APIResponse(responseCode = "422", description = "the police service is not set up")
  @APIResponse(responseCode = "429", description = "too many checks")
  public List<Checked> check(@Context HttpHeaders headers, InputStream body) throws IOException {
    PoliceService source = source();
    IntakeMessages words = ReportCheck.words(headers.getAcceptableLanguages());
    byte[] sent;
    try {
      sent = bounded(headers, body);
    } catch (Problem refused) {
      return List.of(check.refused(1, source, words, refused));
    }
    slow(source, sent.length);
    check.refuseIfCrowded();
    return List.of(check.check(1, source, words, () -> PostedReport.of(headers, sent)));
  }

  private void slow(PoliceService source, int bytes) {
    for (int more = bytes / BYTES_A_CHECK; more > 0; more--) {
      Pace.ofChecks(throttle, source.code()).await();
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
    PoliceService source = findSource.find(caller.policeService());
    IntakeMessages words = ReportCheck.words(headers.getAcceptableLanguages());
    Pace pace = Pace.ofChecks(throttle, source.code());
    pace.look();
    List<byte[]> events;
    try {
      events = ReportJson.list(bounded(headers, body), BulkResource.LARGEST_BATCH);
    } catch (Problem refused) {
      pace.spend();
      return List.of(check.refused(1, source, words, refused));
    }
    check.refuseIfCrowded();
    pace.keepAll(events.size());
    List<Checked> checked = new ArrayList<>();
    for (byte[] event : events) {
      slow(source, event.length);
      checked.add(
          check.check(checked.size() + 1L, source, words, () -> PostedReport.ofEvent(event)));
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
    return open.within(
        Pace.of(throttle, caller),
        answer -> {
          try (plain) {
            lines(source, words, new Lines(plain, IncidentResource.LARGEST), answer);
          }
          return true;
        });
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
        slow(source, line.bytes().length);
      }
    } catch (Problem broken) {
      write(check.refused(lines.number(), source, words, broken), answer);
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
