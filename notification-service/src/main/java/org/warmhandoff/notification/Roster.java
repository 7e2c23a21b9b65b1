package org.warmhandoff.notification;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everyone who may be paged or told, and the rota of each program by its code.
 *
 * @param away who of them is on leave at the instant that is decided for
 */
public record Roster(Map<UUID, Worker> workers, Map<String, ProgramRota> rota, Set<UUID> away) {
  public Roster {
    workers = Map.copyOf(workers);
    rota = Map.copyOf(rota);
    away = Set.copyOf(away);
  }

  public Roster(Map<UUID, Worker> workers, Map<String, ProgramRota> rota) {
    this(workers, rota, Set.of());
  }
}
