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
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.incident.intake.reading.ReportJson;

/** Many incidents at once, as they happen: a stream of lines, or one batch of CloudEvents. */
@Path("/api/v1/incidents")
public class BulkResource {

  static final String NDJSON = "application/x-ndjson";

  /** Each row has a status of its own (RFC 4918 section 11.1). */
  private static final int MULTI_STATUS = 207;

  /** Events of one batch. */
  static final int LARGEST_BATCH = 1_000;

  private final RowStream rows;
  private final IntakeWitness witness;
  private final Throttle throttle;
  private final Caller caller;
  private final InstantSource clock;

  BulkResource(
      RowStream rows,
      IntakeWitness witness,
      Throttle throttle,
      Caller caller,
      InstantSource clock) {
    this.rows = rows;
    this.witness = witness;
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
    pace.keep();
    byte[] sent;
    try (InputStream plain = Encoding.plain(headers, body)) {
      sent = IncidentResource.bounded(plain);
    }
    List<Row> read = new ArrayList<>();
    for (byte[] event : ReportJson.list(sent, LARGEST_BATCH)) {
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
    return rows.takeAll(pace, read);
  }
}
