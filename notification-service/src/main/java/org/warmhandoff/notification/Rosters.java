package org.warmhandoff.notification;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rosters as they were put together: most decisions ask for one that was asked for before, and
 * nobody's row, shift or leave is another one since.
 */
@Singleton
class Rosters {

  /** More than there are police services with open calls; beyond it all are put together anew. */
  private static final int KEPT = 64;

  private final Duties duties;
  private final Workers workers;
  private final Map<Asked, Roster> kept = new ConcurrentHashMap<>();

  Rosters(Duties duties, Workers workers) {
    this.duties = duties;
    this.workers = workers;
  }

  /** What a roster depends on: as long as all of it is the same, so is the roster. */
  private record Asked(
      Duties.OnDuty onDuty,
      List<String> programs,
      Set<UUID> others,
      long workers,
      Set<UUID> away) {}

  /**
   * Who has shifts in these programs, and others.
   *
   * @param glance at the tables, in the present transaction
   */
  Roster of(List<Program> programs, Set<UUID> others, Instant now, Glance glance) {
    Asked asked =
        new Asked(
            duties.at(now, glance.rota()),
            programs.stream().map(Program::code).toList(),
            others,
            glance.workers(),
            glance.away());
    Roster known = kept.get(asked);
    if (known != null) {
      return known;
    }
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    Roster roster = putTogether(asked);
    kept.put(asked, roster);
    return roster;
  }

  private Roster putTogether(Asked asked) {
    Map<String, ProgramRota> rota = new HashMap<>();
    Set<UUID> ids = new HashSet<>(asked.others());
    for (String program : asked.programs()) {
      ProgramRota theirs = asked.onDuty().of(program);
      rota.put(program, theirs);
      ids.addAll(theirs.staff());
    }
    Map<UUID, Worker> byId = new HashMap<>();
    workers.seen(ids, asked.workers()).forEach(worker -> byId.put(worker.id(), worker));
    return new Roster(byId, rota, asked.away());
  }
}
