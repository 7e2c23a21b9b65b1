package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Cast;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Relations.Kind;
import org.warmhandoff.incident.Scene;

/**
 * An incident for its own police service: codes, instants and opaque ids.
 *
 * @param mode live, history or test
 * @param facts without the staff who are kept out: that is for the privacy office; where it goes on
 *     for others, with their parties
 * @param belongs how it belongs with other incidents; absent where it stands by itself
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
    SceneView scene,
    @Nullable Belongs belongs) {

  static IncidentView of(Incident incident, List<Party> parties, @Nullable Belongs belongs) {
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
        SceneView.of(state),
        belongs);
  }

  /**
   * How it belongs with other incidents, by their ids.
   *
   * @param mergedInto the one that goes on instead of it: what officers say here is taken there
   * @param oneWith all incidents that are one with it
   * @param splitFrom what it was split off
   * @param linkedTo what belongs with it and stays an incident of its own
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Belongs(
      @Nullable UUID mergedInto, List<UUID> oneWith, List<UUID> splitFrom, List<UUID> linkedTo) {

    static @Nullable Belongs of(Incident incident, List<UUID> same, List<Belonging.Row> told) {
      UUID self = incident.id();
      Belongs belongs =
          new Belongs(
              incident.mergedInto(),
              same.stream().filter(one -> !one.equals(self)).sorted().toList(),
              told.stream()
                  .filter(row -> row.told() && row.kind() == Kind.SPLIT_FROM)
                  .filter(row -> row.incident().equals(self))
                  .flatMap(row -> Stream.ofNullable(row.other()))
                  .toList(),
              told.stream()
                  .filter(row -> row.told() && row.kind() == Kind.LINKED_TO)
                  .flatMap(row -> Stream.of(row.incident(), row.other()))
                  .filter(one -> one != null && !one.equals(self))
                  .distinct()
                  .sorted()
                  .toList());
      boolean alone = same.size() < 2 && belongs.splitFrom.isEmpty() && belongs.linkedTo.isEmpty();
      return alone ? null : belongs;
    }
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
