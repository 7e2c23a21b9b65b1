package org.warmhandoff.incident.intake;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.BodyRules;
import org.warmhandoff.incident.SignedAttempt;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.incident.intake.reading.ReportJson;

/** Many incidents at once, as they happen: a stream of lines, or one batch of CloudEvents. */
@Path("/api/v1/incidents")
public class BulkResource {

  static final String NDJSON = BodyRules.LINES;

  /** Each row has a status of its own (RFC 4918 section 11.1). */
  private static final int MULTI_STATUS = 207;

  private static final int FAULT = 500;

  /** Events of one batch. */
  static final int LARGEST_BATCH = 1_000;

  private final RowStream rows;
  private final Admission admission;
  private final IntakeWitness witness;
  private final SignedAttempt attempt;
  private final Throttle throttle;
  private final Caller caller;
  private final InstantSource clock;

  BulkResource(
      RowStream rows,
      Admission admission,
      IntakeWitness witness,
      SignedAttempt attempt,
      Throttle throttle,
      Caller caller,
      InstantSource clock) {
    this.rows = rows;
    this.admission = admission;
    this.witness = witness;
    this.attempt = attempt;
    this.throttle = throttle;
    this.caller = caller;
    this.clock = clock;
  }

  /** Takes lines and answers each; said with the other formats in {@link IncidentResource}. */
  @POST
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @RolesAllowed(Role.CAD)
  @Operation(hidden = true)
  public StreamingOutput stream(@Context HttpHeaders headers, InputStream body) {
    return rows.taking(Pace.of(throttle, caller), Encoding.plain(headers, body), false);
  }

  /** Takes a list of events and answers each; said with the other formats, too. */
  @POST
  @Consumes(PostedReport.BATCH)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.CAD)
  @ResponseStatus(MULTI_STATUS)
  @Operation(hidden = true)
  public List<Row.Told> batch(@Context HttpHeaders headers, InputStream body) throws IOException {
    Pace pace = Pace.of(throttle, caller);
    Place place = admission.hold(pace.policeService());
    try {
      return batch(pace, headers, body);
    } finally {
      place.letGo();
    }
  }

  private List<Row.Told> batch(Pace pace, HttpHeaders headers, InputStream body)
      throws IOException {
    pace.look();
    List<byte[]> events;
    try (InputStream plain = Encoding.plain(headers, body)) {
      events = ReportJson.list(IncidentResource.bounded(plain), LARGEST_BATCH);
    } catch (Problem unread) {
      pace.spend();
      throw unread;
    }
    List<Row> read = new ArrayList<>();
    for (byte[] event : events) {
      read.add(
          Row.read(
              read.size() + 1L,
              number -> {
                PostedReport posted = PostedReport.ofEvent(event);
                witness.look(pace.policeService(), () -> posted);
                Instant now = clock.instant();
                return new Row.Readable(number, posted.read(now), posted.key());
              }));
    }
    List<Row.Told> told = rows.takeAll(pace, read);
    if (told.stream().anyMatch(row -> row.status() >= FAULT)) {
      // Such a row is to be sent again, and the batch it came in with it.
      attempt.leaveOpen();
    }
    return told;
  }
}
