package org.warmhandoff.notification;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.notification.Decision.Considered;
import org.warmhandoff.notification.Decision.Crew;
import org.warmhandoff.notification.Decision.Fitness;

/**
 * Who may be paged for one incident now, with the reason for everyone who may not: off duty,
 * without a verified channel, a party or of a party's unit, on the other side of a dyad, at another
 * scene.
 */
final class Candidates {

  private static final Comparator<Considered> FIRST_TO_PAGE =
      Comparator.<Considered>comparingInt(Candidates::rank)
          .thenComparing(Candidates::idleSince, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(considered -> considered.crew().staff().getFirst());

  private final Roster roster;
  private final Load load;
  private final Instant now;
  private final Map<UUID, Reason> excluded;

  Candidates(IncidentView incident, Roster roster, Load load, Instant now) {
    this.roster = roster;
    this.load = load;
    this.now = now;
    this.excluded = excluded(incident);
  }

  /** Staff who must not be on an audience's side of this incident. */
  Map<Audience, Set<UUID>> conflicts() {
    Map<Audience, Set<UUID>> conflicts = new EnumMap<>(Audience.class);
    for (Audience audience : Audience.values()) {
      conflicts.put(
          audience,
          roster.workers().keySet().stream()
              .filter(staff -> conflict(staff, audience) != null)
              .collect(Collectors.toUnmodifiableSet()));
    }
    return conflicts;
  }

  /** Everyone on its rota, the fit ones first in the order they are paged. */
  List<Considered> crews(Program program) {
    Map<Crew, Boolean> onDuty = new LinkedHashMap<>();
    for (RotaEntry entry : roster.rota().getOrDefault(program.code(), List.of())) {
      boolean now = entry.window().at(this.now).isPresent();
      switch (program.staffing()) {
        case CREW_OF_TWO -> onDuty.merge(new Crew(entry.staff()), now, Boolean::logicalOr);
        case ROTA ->
            entry
                .staff()
                .forEach(staff -> onDuty.merge(new Crew(List.of(staff)), now, Boolean::logicalOr));
      }
    }
    return onDuty.entrySet().stream()
        .map(
            duty -> new Considered(duty.getKey(), fitness(duty.getKey(), duty.getValue(), program)))
        .sorted(FIRST_TO_PAGE)
        .toList();
  }

  private Fitness fitness(Crew crew, boolean onDuty, Program program) {
    int active = 0;
    Instant idleSince = null;
    for (UUID staff : crew.staff()) {
      Reason never = onDuty ? never(staff, program.audience()) : Reason.of("off-duty");
      Reason reason = never == null ? busy(staff, program) : never;
      if (reason != null) {
        return new Fitness.Unfit(staff, reason);
      }
      Load.OfWorker own = load.of(staff);
      active += own.active();
      idleSince = later(idleSince, own.idleSince());
    }
    return new Fitness.Fit(active, idleSince);
  }

  /** Its supervisors in their order, and who of them can be told. */
  List<Considered> supervisors(Program program) {
    return program.supervisors().stream()
        .map(
            staff -> {
              Reason never = never(staff, program.audience());
              Fitness fitness =
                  never == null ? new Fitness.Fit(0, null) : new Fitness.Unfit(staff, never);
              return new Considered(new Crew(List.of(staff)), fitness);
            })
        .toList();
  }

  private @Nullable Reason never(UUID staff, Audience audience) {
    Worker worker = roster.workers().get(staff);
    if (worker == null || worker.organisation() == null) {
      return Reason.of("not-registered");
    }
    if (!worker.active()) {
      return Reason.of("inactive");
    }
    return worker.reachable() ? conflict(staff, audience) : Reason.of("no-verified-channel");
  }

  private @Nullable Reason busy(UUID staff, Program program) {
    if (load.taken().contains(staff)) {
      return Reason.of("just-taken");
    }
    Load.OfWorker own = load.of(staff);
    if (own.onScene()) {
      return Reason.of("on-scene");
    }
    return switch (program.kind()) {
      case LIVE_HELP -> own.paged() ? Reason.of("page-open") : null;
      // a follow-up list is worked through in its own time: an open page is load, no obstacle
      case FOLLOW_UP -> null;
    };
  }

  private @Nullable Reason conflict(UUID staff, Audience audience) {
    Reason out = excluded.get(staff);
    if (out != null) {
      return out;
    }
    boolean otherSide = load.sidesOf(staff).stream().anyMatch(side -> side != audience);
    return otherSide ? Reason.of("other-side") : null;
  }

  private Map<UUID, Reason> excluded(IncidentView incident) {
    Map<UUID, Reason> out = new LinkedHashMap<>();
    for (UUID party : incident.facts().excludedStaff()) {
      out.put(party, Reason.of("excluded"));
      Worker named = roster.workers().get(party);
      if (named != null) {
        roster.workers().values().stream()
            .filter(worker -> worker.sharesUnitWith(named))
            .forEach(worker -> out.putIfAbsent(worker.id(), Reason.of("excluded-unit")));
      }
    }
    return out;
  }

  private static int rank(Considered considered) {
    return switch (considered.fitness()) {
      case Fitness.Fit fit -> fit.load();
      case Fitness.Unfit unfit -> Integer.MAX_VALUE;
    };
  }

  private static @Nullable Instant idleSince(Considered considered) {
    return switch (considered.fitness()) {
      case Fitness.Fit fit -> fit.idleSince();
      case Fitness.Unfit unfit -> null;
    };
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
