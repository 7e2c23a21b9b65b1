package org.warmhandoff.incident.advising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;

/** Where a CAD reads what came of its incidents, and says that a human knows. */
@Path("/api/v1/advisories")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CAD)
public class AdvisoryResource {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final ReadAdvisories readAdvisories;
  private final AcknowledgeAdvisory acknowledgeAdvisory;
  private final Caller caller;
  private final InstantSource clock;
  private final Duration liveFor;

  AdvisoryResource(
      ReadAdvisories readAdvisories,
      AcknowledgeAdvisory acknowledgeAdvisory,
      Caller caller,
      InstantSource clock,
      @ConfigProperty(name = "handoff.advisories.live-for") Duration liveFor) {
    this.readAdvisories = readAdvisories;
    this.acknowledgeAdvisory = acknowledgeAdvisory;
    this.caller = caller;
    this.clock = clock;
    this.liveFor = liveFor;
  }

  /**
   * What was told since.
   *
   * @param next the cursor to ask with next time; nothing that is stored later ever stands before
   *     it
   */
  public record News(List<AdvisoryView> advisories, long next) {}

  /**
   * Who knows.
   *
   * @param by the operator's code in the CAD: letters, digits and hyphens with a digit among them,
   *     32 at most; never a name
   */
  public record Acknowledgement(
      @NotNull @Pattern(regexp = "(?=.*[0-9])[A-Za-z0-9-]{1,32}") String by) {}

  @GET
  @Operation(summary = "What police are told back, after a cursor")
  public News after(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    long cursor = number(after, 0, 0, Long.MAX_VALUE, "/after");
    int most = (int) number(limit, USUAL, 1, MOST, "/limit");
    Instant now = clock.instant();
    List<AdvisoryView> found =
        readAdvisories.read(caller.policeService(), cursor, most).stream()
            .map(placed -> AdvisoryView.of(placed, now, liveFor))
            .toList();
    return new News(found, found.isEmpty() ? cursor : found.getLast().place());
  }

  @POST
  @Path("{id}/acknowledgement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "A human knows of this advisory")
  public AdvisoryView acknowledge(
      @PathParam("id") UUID id, @NotNull @Valid Acknowledgement acknowledgement) {
    return AdvisoryView.of(
        acknowledgeAdvisory.acknowledge(caller.policeService(), id, acknowledgement.by(), null),
        clock.instant(),
        liveFor);
  }

  private static long number(
      @Nullable String text, long usual, long least, long most, String parameter) {
    if (text == null) {
      return usual;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException unreadable) {
      // said below, together with what is out of range
    }
    throw Problem.wrong("wrong-number", "This is not a number this door takes.")
        .at(parameter)
        .expected("a whole number from " + least + " to " + most);
  }
}
