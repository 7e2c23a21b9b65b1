package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.notification.Decision.Considered;
import org.warmhandoff.notification.Decision.Crew;
import org.warmhandoff.notification.Decision.Fitness;

/**
 * Who may be paged for one incident now, with the reason for everyone who may not: off duty, on
 * leave, without a verified channel, a party or of a party's unit, on the other side of a dyad, at
 * another scene.
 */
final class Candidates {

  private static final Reason OFF_DUTY = Reason.of("off-duty");
  private static final Reason NOT_REGISTERED = Reason.of("not-registered");
  private static final Reason INACTIVE = Reason.of("inactive");
  private static final Reason ON_LEAVE = Reason.of("on-leave");
  private static final Reason NO_VERIFIED_CHANNEL = Reason.of("no-verified-channel");
  private static final Reason JUST_TAKEN = Reason.of(Reason.JUST_TAKEN);
  private static final Reason ON_SCENE = Reason.of(Reason.ON_SCENE);
  private static final Reason PAGE_OPEN = Reason.of(Reason.PAGE_OPEN);
  private static final Reason OTHER_SIDE = Reason.of("other-side");
  private static final Reason EXCLUDED = Reason.of("excluded");
  private static final Reason EXCLUDED_UNIT = Reason.of("excluded-unit");

  private final Roster roster;
  private final Load load;
  private final Instant now;
  private final Map<UUID, Reason> excluded;
  private final @Nullable String language;
  private final @Nullable String municipality;

  Candidates(IncidentView incident, Roster roster, Load load, Instant now) {
    this.roster = roster;
    this.load = load;
    this.now = now;
    this.language = incident.language().orElse(null);
    this.municipality = incident.facts().municipality();
    this.excluded = excluded(incident);
  }

  /** Staff who must not be on an audience's side of this incident: hardly ever anybody. */
  Map<Audience, Set<UUID>> conflicts() {
    Map<Audience, Set<UUID>> conflicts = new EnumMap<>(Audience.class);
    for (Audience audience : Audience.values()) {
      Set<UUID> out = new HashSet<>(excluded.keySet());
      for (UUID staff : load.sides().keySet()) {
        if (isOnOtherSide(staff, audience)) {
          out.add(staff);
        }
      }
      out.retainAll(roster.workers().keySet());
      conflicts.put(audience, Set.copyOf(out));
    }
    return conflicts;
  }

  /** Everyone on its rota, the fit ones first in the order they are paged. */
  List<Considered> crews(Program program) {
    ProgramRota rota = roster.rota().getOrDefault(program.code(), ProgramRota.EMPTY);
    List<Considered> fit = new ArrayList<>();
    List<Considered> unfit = new ArrayList<>();
    for (Rostered one : rota.of(program.staffing())) {
      Fitness fitness = fitness(one.crew(), one.at(now), program);
      (fitness instanceof Fitness.Fit ? fit : unfit).add(new Considered(one.crew(), fitness));
    }
    fit.sort(Candidates::firstToPage);
    fit.addAll(unfit);
    return fit;
  }

  private Fitness fitness(Crew crew, @Nullable Duty duty, Program program) {
    // it is her language: of the one she fears nothing is known
    boolean speaks = language == null || program.audience() != Audience.VICTIM;
    int active = 0;
    Instant idleSince = null;
    for (int place = 0; place < crew.staff().size(); place++) {
      UUID staff = crew.staff().get(place);
      Reason never = duty == null ? OFF_DUTY : never(staff, program.audience());
      if (never != null) {
        return new Fitness.Unfit(staff, never);
      }
      String role = program.roleAt(place);
      if (role != null && !canBe(staff, role)) {
        return new Fitness.Unfit(staff, Reason.of("not-of-role", role));
      }
      Load.OfWorker own = load.of(staff);
      Reason busy = busy(staff, own, program);
      if (busy != null) {
        return new Fitness.Unfit(staff, busy);
      }
      speaks = speaks || speaks(staff);
      active += own.active();
      idleSince = later(idleSince, own.idleSince());
    }
    int distance = duty != null && program.mode().travels() ? duty.distance(municipality) : 0;
    return new Fitness.Fit(speaks, skilled(crew, program), distance, active, idleSince);
  }

  private boolean skilled(Crew crew, Program program) {
    for (String skill : program.skills()) {
      if (!has(crew, skill)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(Crew crew, String skill) {
    for (UUID staff : crew.staff()) {
      Worker worker = roster.workers().get(staff);
      if (worker != null && worker.skills().contains(skill)) {
        return true;
      }
    }
    return false;
  }

  private boolean canBe(UUID staff, String role) {
    Worker worker = roster.workers().get(staff);
    return worker != null && worker.canBe(role);
  }

  private boolean speaks(UUID staff) {
    Worker worker = roster.workers().get(staff);
    return worker != null && language != null && worker.speaks(language);
  }

  /** Its supervisors in their order, and who of them can be told. */
  List<Considered> supervisors(Program program) {
    return program.supervisors().stream()
        .map(
            staff -> {
              Reason never = never(staff, program.audience());
              Fitness fitness =
                  never == null
                      ? new Fitness.Fit(true, true, 0, 0, null)
                      : new Fitness.Unfit(staff, never);
              return new Considered(new Crew(List.of(staff)), fitness);
            })
        .toList();
  }

  private @Nullable Reason never(UUID staff, Audience audience) {
    Worker worker = roster.workers().get(staff);
    if (worker == null || worker.organisation() == null) {
      return NOT_REGISTERED;
    }
    if (!worker.active()) {
      return INACTIVE;
    }
    if (roster.away().contains(staff)) {
      return ON_LEAVE;
    }
    return worker.reachable() ? conflict(staff, audience) : NO_VERIFIED_CHANNEL;
  }

  private @Nullable Reason busy(UUID staff, Load.OfWorker own, Program program) {
    if (load.taken().contains(staff)) {
      return JUST_TAKEN;
    }
    if (own.onScene()) {
      return ON_SCENE;
    }
    return switch (program.kind()) {
      // what is offered to everyone lies in the queue of whoever is asked something else, too
      case LIVE_HELP ->
          own.paged() && program.staffing() != Program.Staffing.POOL ? PAGE_OPEN : null;
      // a follow-up list is worked through in its own time: an open page is load, no obstacle
      case FOLLOW_UP -> null;
    };
  }

  private @Nullable Reason conflict(UUID staff, Audience audience) {
    Reason out = excluded.get(staff);
    if (out != null) {
      return out;
    }
    return isOnOtherSide(staff, audience) ? OTHER_SIDE : null;
  }

  private boolean isOnOtherSide(UUID staff, Audience audience) {
    for (Audience side : load.sidesOf(staff)) {
      if (side != audience) {
        return true;
      }
    }
    return false;
  }

  private Map<UUID, Reason> excluded(IncidentView incident) {
    Map<UUID, Reason> out = new LinkedHashMap<>();
    for (UUID party : incident.facts().excludedStaff()) {
      out.put(party, EXCLUDED);
      Worker named = roster.workers().get(party);
      if (named != null) {
        roster.workers().values().stream()
            .filter(worker -> worker.sharesUnitWith(named))
            .forEach(worker -> out.putIfAbsent(worker.id(), EXCLUDED_UNIT));
      }
    }
    return out;
  }

  /**
   * Of those who are fit whoever speaks her language, then whoever has the skills the program
   * wants, then whoever is nearest, then whoever has least in hand, then whoever was idle longest.
   * Compared by hand: with hundreds on duty this is most of a decision.
   */
  private static int firstToPage(Considered one, Considered other) {
    if (!(one.fitness() instanceof Fitness.Fit mine)
        || !(other.fitness() instanceof Fitness.Fit theirs)) {
      throw new IllegalArgumentException("nobody unfit is paged");
    }
    int stranger = Integer.compare(stranger(mine), stranger(theirs));
    if (stranger != 0) {
      return stranger;
    }
    int distance = Integer.compare(mine.distance(), theirs.distance());
    if (distance != 0) {
      return distance;
    }
    int load = Integer.compare(mine.load(), theirs.load());
    if (load != 0) {
      return load;
    }
    int idle = idle(mine.idleSince(), theirs.idleSince());
    return idle != 0
        ? idle
        : one.crew().staff().getFirst().compareTo(other.crew().staff().getFirst());
  }

  private static int stranger(Fitness.Fit fit) {
    return (fit.speaks() ? 0 : 2) + (fit.skilled() ? 0 : 1);
  }

  /** Who was never called on comes first. */
  private static int idle(@Nullable Instant mine, @Nullable Instant theirs) {
    if (mine == null || theirs == null) {
      return mine == theirs ? 0 : mine == null ? -1 : 1;
    }
    return mine.compareTo(theirs);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
