package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift as routing reads it.
 *
 * @param crew shared by those who go together
 * @param place position within it
 * @param programs codes of the programs it serves
 * @param staff null: nobody has taken it yet
 */
record ShiftRow(UUID crew, int place, List<String> programs, @Nullable UUID staff, Duty duty) {}
