package org.warmhandoff.notification;

import java.util.List;
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

  /** Who goes together. */
  List<Decision.Crew> crews(Program.Staffing staffing) {
    return switch (staffing) {
      case CREW_OF_TWO -> List.of(new Decision.Crew(staff));
      case ROTA, POOL -> alone;
    };
  }
}
