package org.warmhandoff.incident.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.BodyRules;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.SignedAttempt;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.incident.intake.reading.EidoReader;

/** Where a CAD posts incidents and reads back what is known of them. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {

  /** The largest single report, in bytes. */
  static final int LARGEST = BodyRules.LARGEST;

  private static final int LONGEST_KEY = 200;

  private final SinglePosts posts;
  private final Admission admission;
  private final FindIncident findIncident;
  private final IntakeWitness witness;
  private final SignedAttempt attempt;
  private final Throttle throttle;
  private final Caller caller;
  private final InstantSource clock;

  IncidentResource(
      SinglePosts posts,
      Admission admission,
      FindIncident findIncident,
      IntakeWitness witness,
      SignedAttempt attempt,
      Throttle throttle,
      Caller caller,
      InstantSource clock) {
    this.posts = posts;
    this.admission = admission;
    this.findIncident = findIncident;
    this.witness = witness;
    this.attempt = attempt;
    this.throttle = throttle;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RunOnVirtualThread
  @Consumes({MediaType.APPLICATION_JSON, EidoReader.MEDIA_TYPE, PostedReport.STRUCTURED})
  @RolesAllowed(Role.CAD)
  @Operation(
      summary = "Report an incident",
      description =
          "The whole state of one incident as the source knows it, in our own JSON or as a NENA"
              + " EIDO 1.0 ("
              + EidoReader.MEDIA_TYPE
              + "). Sending it again changes nothing; an older state is answered 200 and ignored."
              + " It may come compressed (Content-Encoding: gzip), and as the data of"
              + " one CloudEvent of type "
              + PostedReport.TYPE
              + ", in binary mode (application/json and ce- headers) or structured mode"
              + " (application/cloudevents+json); its source and id then stand for the"
              + " Idempotency-Key. A batch of such events (256 kB at most) is answered 207, and"
              + " a stream of reports, one per line and as long as you like, 200: one result per"
              + " event or line, in order, each after its commit; good rows are taken, bad rows"
              + " are told.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReportForm.class)),
        @Content(
            mediaType = EidoReader.MEDIA_TYPE,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description = "an Emergency Incident Data Object (NENA-STA-021.1b-2022)")),
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
      responseCode = "201",
      description = "first heard of",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "200",
      description = "updated, unchanged, or ignored: newer known; a stream of results",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Receipt.class)),
        @Content(mediaType = BulkResource.NDJSON, schema = @Schema(implementation = Row.Told.class))
      })
  @APIResponse(
      responseCode = "207",
      description = "one result per event of a batch",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Row.Told.class)))
  @APIResponse(responseCode = "429", description = "too many posts")
  public Response report(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    String policeService = caller.policeService();
    Place place = admission.hold(policeService);
    try {
      return report(policeService, key, headers, body, place);
    } finally {
      place.letGo();
    }
  }

  private Response report(
      String policeService,
      @Nullable String key,
      HttpHeaders headers,
      InputStream body,
      Place place)
      throws IOException {
    Pace.of(throttle, caller).keep();
    byte[] sent;
    try (InputStream plain = Encoding.plain(headers, body)) {
      sent = bounded(plain);
    }
    place.weighs(sent.length);
    PostedReport posted = PostedReport.of(headers, sent);
    Report report = posted.read(clock.instant());
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw Problem.wrong("wrong-key", "The Idempotency-Key is empty or too long.")
          .expected("at most " + LONGEST_KEY + " characters");
    }
    String once = key == null ? posted.key() : key;
    Receipt receipt = posts.take(new Posted(policeService, report, once, attempt.toClaim()));
    attempt.claimed();
    witness.look(policeService, () -> posted);
    return Response.status(receipt.status()).entity(receipt).build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.OFFICER, Role.DISPATCHER, Role.CAD})
  @Operation(summary = "What is known of an incident, without personal data")
  public IncidentView incident(@PathParam("id") UUID id) {
    return findIncident.find(new FindIncident.By.Id(id), caller.policeService(), reader());
  }

  @GET
  @RolesAllowed({Role.OFFICER, Role.CAD})
  @Operation(summary = "The same, by the source's own number")
  public IncidentView byNumber(@QueryParam("externalId") @Nullable String externalId) {
    if (externalId == null) {
      throw Problem.wrong("missing", "The number to look for is missing.").at("externalId");
    }
    return findIncident.find(
        new FindIncident.By.Number(externalId), caller.policeService(), reader());
  }

  private @Nullable UUID reader() {
    return caller.has(Role.CAD) ? null : caller.staff();
  }

  static byte[] bounded(InputStream body) throws IOException {
    byte[] read = body.readNBytes(LARGEST + 1);
    if (read.length > LARGEST) {
      // A client that still sends would not see the answer: some of the rest is let run out.
      body.skip(LARGEST);
      throw Problem.tooLarge("too-large", "A report is larger than this door takes.")
          .expected("at most 256 kB");
    }
    return read;
  }
}
