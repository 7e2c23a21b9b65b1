package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;

/**
 * Who is on duty for a program, and when.
 *
 * @param staff workers who each answer alone, or the two of a crew
 */
public record RotaEntry(UUID id, String program, List<UUID> staff, Window window) {
  public RotaEntry {
    staff = List.copyOf(staff);
  }
}
