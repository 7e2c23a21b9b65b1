package org.warmhandoff.incident.scene;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.RiskTool;

/** Risk screens: filling one in, and the recorded reading of its answers. */
@Path("/api/v1/incidents")
@RolesAllowed(Role.OFFICER)
@Produces(MediaType.APPLICATION_JSON)
public class ScreenResource {

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

  private final FillScreen fillScreen;
  private final ReadScreen readScreen;
  private final Caller caller;

  ScreenResource(ListTools listTools, FillScreen fillScreen, ReadScreen readScreen, Caller caller) {
    this.fillScreen = fillScreen;
    this.readScreen = readScreen;
    this.caller = caller;
  }

  /**
   * A screen, filled in.
   *
   * @param tool code of the registry
   * @param victim a victim of this incident; where there is only one, that one
   * @param answers yes, no or not-answered, by the tool's item codes; what is missing was not
   *     answered
   * @param judged usual, raised or high, where the tool has a judgement
   * @param yes how many were answered yes, where the tool is counted
   * @param notAnswered how many were not answered, where the tool is counted
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap; without it, now
   * @param sentAt the same clock at the sending
   */
  public record ScreenTap(
      @NotNull String tool,
      @Nullable UUID victim,
      @Nullable @Size(max = 100) Map<String, @NotNull String> answers,
      @Nullable String judged,
      @Nullable Integer yes,
      @Nullable Integer notAnswered,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt) {

    @Override
    public String toString() {
      return "ScreenTap";
    }
  }

  /**
   * What a screen came to.
   *
   * @param band usual, raised or high
   * @param ground score, judgement, not-included, inclusion-unanswered or unanswered
   * @param score where the tool has a number and it may be read
   * @param unanswered how many items nobody could answer
   * @param kept whether its answers are kept: not where nobody's key can seal them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ScreenAnswer(
      UUID screen,
      String band,
      String ground,
      @Nullable Integer score,
      int unanswered,
      boolean kept) {}

  /**
   * Why answers are read.
   *
   * @param reason code of why
   */
  public record ReadTap(@NotNull @Pattern(regexp = CODE) String reason) {}

  /** The answers of one screen. */
  public record ScreenContent(UUID screen, @JsonRawValue String content) {

    @Override
    public String toString() {
      return "ScreenContent[" + screen + "]";
    }
  }

  @POST
  @Path("{id}/screens")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Fill in a risk screen; it may hurry the incident, and nothing else")
  public ScreenAnswer fill(@PathParam("id") UUID id, @NotNull @Valid ScreenTap tap) {
    RiskTool tool = tool(tap.tool());
    Map<String, String> answers = tap.answers();
    FillScreen.Filled filled =
        fillScreen.fill(
            Officer.of(caller),
            id,
            tool,
            tap.victim(),
            new Filling(
                answers == null ? Map.of() : answers, tap.judged(), tap.yes(), tap.notAnswered()),
            new Tapped(tap.tap(), tap.at(), tap.sentAt()));
    return new ScreenAnswer(
        filled.screen(),
        Choices.code(filled.result().band()),
        Choices.code(filled.result().ground()),
        filled.result().score(),
        filled.result().unanswered(),
        filled.kept());
  }

  @POST
  @Path("{id}/screens/{screen}/reads")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Read the answers of a screen; every read is recorded")
  public ScreenContent read(
      @PathParam("id") UUID id, @PathParam("screen") UUID screen, @NotNull @Valid ReadTap tap) {
    return new ScreenContent(
        screen, readScreen.read(Officer.of(caller), id, screen, tap.reason()).reveal());
  }

  static RiskTool tool(String code) {
    return RiskTool.of(code)
        .orElseThrow(
            () ->
                Problem.wrong("unknown-code", "This is no tool of the registry.")
                    .at("/tool")
                    .expected("a code of the registry"));
  }
}
