package org.warmhandoff.eventing.republishing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;

/** Rebuilding a topic from the outbox. */
@Path("/api/v1/republish")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMINISTRATOR)
public class RepublishResource {

  /** Years of four digits: PostgreSQL holds no instant beyond the year 294276. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final StartRepublish startRepublish;
  private final ReadRepublish readRepublish;
  private final Caller caller;

  RepublishResource(StartRepublish startRepublish, ReadRepublish readRepublish, Caller caller) {
    this.startRepublish = startRepublish;
    this.readRepublish = readRepublish;
    this.caller = caller;
  }

  /**
   * @param from facts recorded from this instant on, ISO 8601, wall clock
   * @param topic absent for every topic of this service
   */
  public record Request(@Nullable String from, @Nullable String topic) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Starts telling a topic again from the outbox")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response start(@Nullable Request request) {
    if (request == null) {
      throw Problem.unreadable("no-body", "It must be said from when on.");
    }
    startRepublish.start(request.topic(), from(request.from()), caller.userName());
    return Response.accepted(last()).build();
  }

  /** The last one asked for: how far it is, or when it was done. */
  @GET
  @Operation(summary = "How far the last republish is")
  @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR})
  public Republish last() {
    return readRepublish
        .last()
        .orElseThrow(() -> Problem.notFound("no-republish", "Nothing was ever told again here."));
  }

  private static Instant from(@Nullable String from) {
    try {
      Instant instant = Instant.parse(from == null ? "" : from);
      if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
        return instant;
      }
    } catch (DateTimeParseException e) {
      // Nor is this one.
    }
    throw Problem.wrong("from-needed", "It must be said from when on.")
        .at("/from")
        .expected("an instant such as 2026-03-02T00:00:00Z");
  }
}
