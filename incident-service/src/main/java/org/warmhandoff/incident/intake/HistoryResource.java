package org.warmhandoff.incident.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.Throttle;

/** The bulk door for what happened before: facts for the figures, which page nobody. */
@Path("/api/v1/incidents")
public class HistoryResource {

  private final RowStream rows;
  private final Throttle throttle;
  private final Caller caller;

  HistoryResource(RowStream rows, Throttle throttle, Caller caller) {
    this.rows = rows;
    this.throttle = throttle;
    this.caller = caller;
  }

  @POST
  @Path("history")
  @Consumes(BulkResource.NDJSON)
  @Produces(BulkResource.NDJSON)
  @RolesAllowed(Role.CAD)
  @Operation(
      summary = "Import history",
      description =
          "One report per line, as many lines as there are; one result per line, in order."
              + " Good rows are taken, bad rows are told one by one. It may come compressed"
              + " (Content-Encoding: gzip).")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReportForm.class)))
  @APIResponseSchema(value = Row.Told.class, responseCode = "200")
  public StreamingOutput take(@Context HttpHeaders headers, InputStream body) {
    return rows.taking(Pace.ofHistory(throttle, caller), Encoding.plain(headers, body), true);
  }
}
