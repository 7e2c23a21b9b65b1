package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.logging.Logger;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;

/** The bulk door for what happened before: facts for the figures, which page nobody. */
@Path("/api/v1/incidents")
public class HistoryResource {

  static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = Logger.getLogger(HistoryResource.class);
  private static final int GROUP = 50;

  private final ImportHistory importHistory;
  private final Caller caller;
  private final InstantSource clock;
  private final ObjectWriter json;

  HistoryResource(
      ImportHistory importHistory, Caller caller, InstantSource clock, ObjectMapper json) {
    this.importHistory = importHistory;
    this.caller = caller;
    this.clock = clock;
    this.json = json.writerFor(HistoryRow.Told.class);
  }

  @POST
  @Path("history")
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @RolesAllowed(Role.CAD)
  @Operation(
      summary = "Import history",
      description =
          "One report per line, as many lines as there are; one result per line, in order."
              + " Good rows are taken, bad rows are told one by one.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReportForm.class)))
  @APIResponseSchema(value = HistoryRow.Told.class, responseCode = "200")
  public StreamingOutput take(InputStream body) {
    String policeService = caller.policeService();
    return answer -> stream(policeService, new Lines(body, IncidentResource.LARGEST), answer);
  }

  private void stream(String policeService, Lines lines, OutputStream answer) throws IOException {
    List<HistoryRow> group = new ArrayList<>();
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      group.add(row(line));
      if (group.size() == GROUP) {
        write(policeService, group, answer);
        group.clear();
      }
    }
    if (!group.isEmpty()) {
      write(policeService, group, answer);
    }
  }

  private HistoryRow row(Lines.Line line) {
    try {
      return new HistoryRow.Readable(
          line.number(), ReportReader.read(line.content(), true, clock.instant()));
    } catch (Problem refused) {
      return new HistoryRow.Refused(line.number(), refused);
    }
  }

  private void write(String policeService, List<HistoryRow> group, OutputStream answer)
      throws IOException {
    for (HistoryRow.Told told : take(policeService, List.copyOf(group))) {
      answer.write(json.writeValueAsBytes(told));
      answer.write('\n');
    }
    answer.flush();
  }

  /** A group that fails as a whole is taken row by row, so that one row cannot spoil the others. */
  private List<HistoryRow.Told> take(String policeService, List<HistoryRow> group) {
    try {
      return Again.whenBrokenOff(() -> importHistory.take(policeService, group));
    } catch (Problem refused) {
      return group.stream().map(row -> HistoryRow.Told.of(row.number(), refused)).toList();
    } catch (RuntimeException failure) {
      LOG.warnf("a group of %d rows is taken row by row (%s)", group.size(), failure.getClass());
      return group.stream().map(row -> alone(policeService, row)).toList();
    }
  }

  private HistoryRow.Told alone(String policeService, HistoryRow row) {
    try {
      return Again.whenBrokenOff(() -> importHistory.take(policeService, List.of(row))).getFirst();
    } catch (RuntimeException failure) {
      LOG.errorf("row %d of an import failed (%s)", row.number(), failure.getClass());
      return HistoryRow.Told.of(
          row.number(),
          Problem.unavailable(
              "fault",
              "This row could not be stored. Send it again.",
              java.time.Duration.ofSeconds(5)));
    }
  }
}
