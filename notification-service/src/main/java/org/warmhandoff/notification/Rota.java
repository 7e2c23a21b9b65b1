package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is on duty for which program. */
@ApplicationScoped
public class Rota implements PanacheRepositoryBase<RotaRow, UUID> {

  private final Map<Key, Window> compiled = new ConcurrentHashMap<>();

  private record Key(WindowSpec window, ZoneId zone) {}

  /** The rota of these programs by code; windows are in the program's zone. */
  public Map<String, List<RotaEntry>> of(List<Program> programs) {
    Map<String, Program> byCode = new HashMap<>();
    programs.forEach(program -> byCode.put(program.code(), program));
    Map<String, List<RotaEntry>> rota = new HashMap<>();
    for (RotaRow row : list("program in ?1 order by id", byCode.keySet())) {
      Program program = byCode.get(row.program());
      if (program != null) {
        Window window =
            compiled.computeIfAbsent(
                new Key(row.window(), program.zone()),
                key -> Window.of(key.window(), key.zone(), "/window"));
        rota.computeIfAbsent(row.program(), code -> new ArrayList<>())
            .add(new RotaEntry(row.id(), row.program(), row.staff(), window));
      }
    }
    return rota;
  }
}
