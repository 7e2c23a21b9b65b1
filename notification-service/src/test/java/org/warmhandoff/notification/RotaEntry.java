package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is on duty for a program, and when.
 *
 * @param staff workers who each answer alone, or the two of a crew
 * @param alone each of them, as they would go alone
 */
public record RotaEntry(
    UUID id, String program, List<UUID> staff, Window window, List<Decision.Crew> alone) {
  public RotaEntry {
    staff = List.copyOf(staff);
    alone = List.copyOf(alone);
  }

  public RotaEntry(UUID id, String program, List<UUID> staff, Window window) {
    this(
        id,
        program,
        staff,
        window,
        staff.stream().map(one -> new Decision.Crew(List.of(one))).toList());
  }

  /** As the roster of this instant has it. */
  static ProgramRota at(List<RotaEntry> entries, Instant now) {
    List<Rostered> alone = new ArrayList<>();
    List<Rostered> together = new ArrayList<>();
    Map<Decision.Crew, List<Duty>> each = new LinkedHashMap<>();
    Map<Decision.Crew, List<Duty>> both = new LinkedHashMap<>();
    for (RotaEntry entry : entries) {
      List<Duty> open = entry.window().at(now).stream().map(Duty::new).toList();
      entry
          .alone()
          .forEach(crew -> each.computeIfAbsent(crew, c -> new ArrayList<>()).addAll(open));
      both.computeIfAbsent(new Decision.Crew(entry.staff()), c -> new ArrayList<>()).addAll(open);
    }
    each.forEach((crew, shifts) -> alone.add(new Rostered(crew, shifts)));
    both.forEach((crew, shifts) -> together.add(new Rostered(crew, shifts)));
    return new ProgramRota(alone, together);
  }
}
