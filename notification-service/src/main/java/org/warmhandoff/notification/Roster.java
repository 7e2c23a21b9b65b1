package org.warmhandoff.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everyone who may be paged or told, and the rota of each program by its code. */
public record Roster(Map<UUID, Worker> workers, Map<String, List<RotaEntry>> rota) {
  public Roster {
    workers = Map.copyOf(workers);
    rota = Map.copyOf(rota);
  }
}
