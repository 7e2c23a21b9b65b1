package org.warmhandoff.incident.scene;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.TapTime;

/** The officer's doors; every one may be knocked at twice. */
@Path("/api/v1/incidents")
@RolesAllowed(Role.OFFICER)
public class SceneResource {

  private final DeclareSceneSafe declareSceneSafe;
  private final RevokeSceneSafety revokeSceneSafety;
  private final AskForWorker askForWorker;
  private final ClearScene clearScene;
  private final Caller caller;

  SceneResource(
      DeclareSceneSafe declareSceneSafe,
      RevokeSceneSafety revokeSceneSafety,
      AskForWorker askForWorker,
      ClearScene clearScene,
      Caller caller) {
    this.declareSceneSafe = declareSceneSafe;
    this.revokeSceneSafety = revokeSceneSafety;
    this.askForWorker = askForWorker;
    this.clearScene = clearScene;
    this.caller = caller;
  }

  /**
   * Scene safe.
   *
   * @param suspect in-custody, left, separated or unknown
   * @param tap the phone's own id of this tap: sent again, it counts once
   * @param at the phone's clock at the tap; a tap older than five minutes is refused, and asked
   *     again
   * @param sentAt the same clock at the sending, so that a clock that is wrong all along does no
   *     harm
   * @param age milliseconds the phone kept it, by a counter nobody can set: where the clock says
   *     otherwise it was corrected in between, and the tap is asked again
   */
  public record SafeTap(
      @NotNull String suspect,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt,
      @Nullable @PositiveOrZero Long age) {}

  /**
   * Worker wanted.
   *
   * @param help on-site or virtual
   * @param victim a victim of this incident
   * @param language BCP 47 tag; without it, the one officers said before
   * @param tap the phone's own id of this tap
   * @param at the phone's clock at the tap
   * @param sentAt the same clock at the sending
   */
  public record WorkerTap(
      @NotNull String help,
      @Nullable UUID victim,
      @Nullable String language,
      @Nullable UUID tap,
      @Nullable Instant at,
      @Nullable Instant sentAt) {}

  @POST
  @Path("{id}/scene-safe")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The scene is safe now")
  public void safe(@PathParam("id") UUID id, @NotNull @Valid SafeTap tap) {
    Suspect suspect = Choices.of(Suspect.class, tap.suspect(), "/suspect");
    declareSceneSafe.declare(
        Officer.of(caller),
        id,
        suspect,
        new Tapped(
            tap.tap(),
            new TapTime(
                tap.at(), tap.sentAt(), tap.age() == null ? null : Duration.ofMillis(tap.age()))));
  }

  @POST
  @Path("{id}/scene-safe/revocation")
  @Operation(summary = "The scene is not safe any more; never refused to who may say it")
  public void revoke(
      @PathParam("id") UUID id,
      @QueryParam("tap") @Nullable String tap,
      @QueryParam("at") @Nullable String at,
      @QueryParam("sentAt") @Nullable String sentAt) {
    revokeSceneSafety.revoke(Officer.of(caller), id, Tapped.ofDoubt(tap, at, sentAt, null));
  }

  @POST
  @Path("{id}/worker-wanted")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "A worker is wanted")
  public void want(@PathParam("id") UUID id, @NotNull @Valid WorkerTap tap) {
    Help help = Choices.of(Help.class, tap.help(), "/help");
    askForWorker.ask(
        Officer.of(caller),
        id,
        help,
        tap.victim(),
        Languages.known(tap.language()),
        new Tapped(tap.tap(), tap.at(), tap.sentAt()));
  }

  @POST
  @Path("{id}/clear")
  @Operation(summary = "The officers leave")
  public void clear(
      @PathParam("id") UUID id,
      @QueryParam("tap") @Nullable String tap,
      @QueryParam("at") @Nullable String at,
      @QueryParam("sentAt") @Nullable String sentAt) {
    clearScene.clear(Officer.of(caller), id, Tapped.read(tap, at, sentAt, null));
  }
}
