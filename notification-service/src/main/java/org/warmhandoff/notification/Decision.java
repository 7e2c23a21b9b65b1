package org.warmhandoff.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;
import org.warmhandoff.contracts.IncidentFacts.Status;

/**
 * What routing decided for one incident at one instant, with the reason for every program and every
 * worker it considered.
 *
 * @param conflicts staff who must not be on an audience's side of this incident
 */
public record Decision(
    IncidentView incident, Instant at, List<Weighed> programs, Map<Audience, Set<UUID>> conflicts) {

  public Decision {
    programs = List.copyOf(programs);
    conflicts = Map.copyOf(conflicts);
  }

  /**
   * One program, weighed.
   *
   * @param open the window open now
   * @param next the window that opens next
   * @param everyone on its rota, the fit ones first in the order they are paged
   * @param theirSupervisors in the order they are told
   */
  public record Weighed(
      Program program,
      EligibilityRule.Answer answer,
      Verdict verdict,
      Trigger.Standing trigger,
      Window.@Nullable Span open,
      Window.@Nullable Span next,
      Later<List<Considered>> everyone,
      Later<List<Considered>> theirSupervisors,
      Start start) {

    /** Everyone on its rota, the fit ones first in the order they are paged. */
    public List<Considered> crews() {
      return everyone.get();
    }

    /** Its supervisors in the order they are told. */
    public List<Considered> supervisors() {
      return theirSupervisors.get();
    }

    private Weighed holding(Reason reason) {
      return switch (start) {
        case Start.Holds holds -> this;
        case Start.Opens opens ->
            new Weighed(
                program,
                answer,
                verdict,
                trigger,
                open,
                next,
                everyone,
                theirSupervisors,
                new Start.Holds(reason));
      };
    }
  }

  /** Whether the program starts to look for a worker now. */
  public sealed interface Start {
    record Opens(long mark) implements Start {}

    record Holds(Reason reason) implements Start {}
  }

  /** One worker, or the two of a crew, who would go together. */
  public record Crew(List<UUID> staff) {
    public Crew {
      staff = List.copyOf(staff);
    }
  }

  public record Considered(Crew crew, Fitness fitness) {}

  /** Whether someone may be paged now. */
  public sealed interface Fitness {
    /**
     * @param speaks whether one of them speaks her language; true where none was said
     * @param skilled whether they have between them what the program wants of its workers
     * @param distance how far off they are by the order of the places they cover; 0: as near as any
     * @param idleSince when they were last called on; null: never
     */
    record Fit(boolean speaks, boolean skilled, int distance, int load, @Nullable Instant idleSince)
        implements Fitness {}

    /**
     * @param staff which of the crew stands in the way
     */
    record Unfit(UUID staff, Reason reason) implements Fitness {}
  }

  public Optional<Weighed> of(String program) {
    return programs.stream()
        .filter(weighed -> weighed.program().code().equals(program))
        .findFirst();
  }

  /** The programs that start to look for a worker now. */
  public List<Weighed> opening() {
    return programs.stream().filter(weighed -> weighed.start() instanceof Start.Opens).toList();
  }

  /** The live help that is held because its fact came too late, while the call is still open. */
  Optional<String> stale() {
    return incident.facts().status() != Status.ACTIVE
        ? Optional.empty()
        : programs.stream()
            .filter(one -> one.start() instanceof Start.Holds holds && holds.reason().is("stale"))
            .map(one -> one.program().code())
            .findFirst();
  }

  /** The same where nothing may start, for one reason; what is held already keeps its own. */
  Decision openingNothing(Reason reason) {
    return new Decision(
        incident, at, programs.stream().map(one -> one.holding(reason)).toList(), conflicts);
  }

  /** Everyone who must not be on this side. */
  Set<UUID> conflicted(Audience audience) {
    return conflicts.getOrDefault(audience, Set.of());
  }

  public boolean conflicted(Audience audience, List<UUID> staff) {
    Set<UUID> out = conflicted(audience);
    return staff.stream().anyMatch(out::contains);
  }
}
