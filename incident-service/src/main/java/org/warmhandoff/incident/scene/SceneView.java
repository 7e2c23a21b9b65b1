package org.warmhandoff.incident.scene;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.Scene;
import org.warmhandoff.incident.Wish;

/**
 * An incident as its page shows it.
 *
 * @param scene not-safe, safe or cleared
 * @param wanted on-site or virtual, once a worker was asked for
 * @param victims opaque ids; a page has no names
 * @param officer whose page it is, by staff id
 */
record SceneView(
    UUID id,
    String externalId,
    String type,
    @Nullable String municipality,
    LocalTime received,
    boolean test,
    String scene,
    @Nullable LocalTime sceneSince,
    @Nullable String wanted,
    List<UUID> victims,
    List<HelpLine> help,
    String helpLine,
    List<DangerLine> dangers,
    UUID officer) {

  /**
   * A worker said that somebody is in danger.
   *
   * @param code what the danger is
   */
  record DangerLine(String code, LocalTime at) {}

  /**
   * Help that is looked for, comes, is there or has ended.
   *
   * @param stage looking, waiting, assigned, arrived, ended or nobody
   */
  record HelpLine(
      String stage,
      String mode,
      LocalTime since,
      @Nullable LocalTime until,
      @Nullable LocalTime cameBack) {}

  static SceneView of(
      Incident incident,
      List<UUID> victims,
      List<HelpLine> help,
      String helpLine,
      List<DangerLine> dangers,
      UUID officer,
      Instant now) {
    Heard state = incident.state();
    Instant changed = state.scene().changedAt();
    // That the call was closed is no time of "not safe yet".
    boolean saidOnlyClosed =
        state.scene() instanceof Scene.NotSafe notSafe
            && IncidentEvent.THE_SOURCE.equals(notSafe.by());
    Wish wish = state.wish();
    return new SceneView(
        incident.id(),
        incident.externalId(),
        state.facts().type(),
        state.facts().municipality(),
        LocalTime.of(state.receivedAt(), incident.zone(), now),
        state.mode() == Mode.TEST,
        word(state.scene()),
        changed == null || saidOnlyClosed ? null : LocalTime.of(changed, incident.zone(), now),
        wish == null ? null : Choices.code(wish.help()),
        victims,
        help,
        helpLine,
        dangers,
        officer);
  }

  static String word(Scene scene) {
    return switch (scene) {
      case Scene.NotSafe notSafe -> "not-safe";
      case Scene.Safe safe -> "safe";
      case Scene.Cleared cleared -> "cleared";
    };
  }

  /** Named so because Qute gives every value a {@code safe} of its own. */
  public boolean calledSafe() {
    return scene.equals("safe");
  }

  /** Whether "not safe any more" says something new: crews may come after officers left, too. */
  public boolean revocable() {
    return !scene.equals("not-safe");
  }

  /** A new id for each form: sent twice, it counts once. */
  public UUID tap() {
    return UUID.randomUUID();
  }

  public boolean severalVictims() {
    return victims.size() > 1;
  }

  /**
   * Whether the officer must give the help line's number now: somebody is wanted, or was looked for
   * in vain, and nobody is looked for or comes. Before anything is known of a search, too; a
   * follow-up in some days is no help now.
   */
  public boolean nobody() {
    return (wanted != null || nobodyFound())
        && help.stream()
            .filter(line -> !line.mode().equals("follow-up"))
            .allMatch(
                line ->
                    switch (line.stage()) {
                      case "nobody", "ended", "waiting" -> true;
                      default -> false;
                    });
  }

  /** Whether it is known that nobody can come; else it is only that nobody comes now. */
  public boolean nobodyFound() {
    return help.stream().anyMatch(line -> line.stage().equals("nobody"));
  }
}
