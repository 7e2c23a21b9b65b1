package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.incident.Cast;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Scene;

/**
 * An incident for its own police service: codes, instants and opaque ids.
 *
 * @param mode live, history or test
 * @param facts without the staff who are kept out: that is for the privacy office
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentView(
    UUID incident,
    String externalId,
    String policeService,
    String jurisdiction,
    Mode mode,
    long version,
    @Nullable Long sequence,
    Instant asOf,
    IncidentFacts facts,
    SceneView scene) {

  static IncidentView of(Incident incident, List<Party> parties) {
    Heard state = incident.state();
    return new IncidentView(
        incident.id(),
        incident.externalId(),
        incident.policeService(),
        incident.jurisdiction(),
        state.mode(),
        incident.version(),
        state.position().sequence(),
        state.position().asOf(),
        state.told(incident.zone(), new Cast(parties, List.of())),
        SceneView.of(state));
  }

  /** What officers said. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SceneView(
      String state,
      @Nullable Instant changedAt,
      @Nullable Suspect suspect,
      @Nullable Help workerWanted) {

    static SceneView of(Heard heard) {
      Help wanted = heard.wish() == null ? null : heard.wish().help();
      return switch (heard.scene()) {
        case Scene.NotSafe notSafe -> new SceneView("not-safe", notSafe.changedAt(), null, wanted);
        case Scene.Safe safe -> new SceneView("safe", safe.changedAt(), safe.suspect(), wanted);
        case Scene.Cleared cleared -> new SceneView("cleared", cleared.changedAt(), null, wanted);
      };
    }
  }
}
