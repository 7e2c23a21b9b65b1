package org.warmhandoff.notification.rostering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty, as somebody may see it.
 *
 * @param programs each program of theirs
 * @param leave their own leave, and what they have to decide
 * @param zone IANA zone their own times are shown in; null: each program's
 */
public record RotaView(List<OfProgram> programs, List<Away> leave, @Nullable String zone) {
  public RotaView {
    programs = List.copyOf(programs);
    leave = List.copyOf(leave);
  }

  /**
   * One program.
   *
   * @param zone IANA zone its times are shown in
   * @param planned whether the reader may change it
   * @param gaps when its hours are open and nobody could be called on
   */
  public record OfProgram(
      String code, String name, String zone, boolean planned, List<Place> shifts, List<Gap> gaps) {
    public OfProgram {
      shifts = List.copyOf(shifts);
      gaps = List.copyOf(gaps);
    }
  }

  /** From when until when nobody could be called on. */
  public record Gap(Instant starts, Instant ends) {}

  /**
   * One place on duty.
   *
   * @param role what whoever has it is, of a crew's two; null where that is not said
   * @param staff null: nobody
   * @param state open, taken, offered, exchange, or double-booked: who was meant has another shift
   * @param mine whether it is the reader's
   * @param mayTake whether the reader could sign up for it
   * @param forShift the shift it is offered for; null: any, or none
   */
  public record Place(
      UUID id,
      UUID crew,
      @Nullable String role,
      @Nullable UUID staff,
      Instant starts,
      Instant ends,
      String state,
      boolean mine,
      boolean mayTake,
      @Nullable UUID forShift) {}

  /**
   * A leave.
   *
   * @param state asked, granted or refused
   * @param mine whether it is the reader's; else it is theirs to decide
   */
  public record Away(
      UUID id, UUID staff, Instant starts, Instant ends, String state, boolean mine) {}
}
