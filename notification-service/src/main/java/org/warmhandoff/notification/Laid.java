package org.warmhandoff.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place in one occurrence of a rotation.
 *
 * @param id the same whenever the rotation is laid out anew
 * @param date local date in the window's zone the occurrence begins on
 * @param place position within the group whose turn it is
 * @param crew shared by everyone of the occurrence
 * @param staff null: nobody has it
 * @param byHand whether somebody took it over, or gave it away
 */
public record Laid(
    UUID id,
    LocalDate date,
    int place,
    UUID crew,
    @Nullable UUID staff,
    boolean byHand,
    Window.Span span) {

  /** Which place of a rotation, whenever it takes place. */
  public record Slot(LocalDate date, int place) {}

  /**
   * Everything of a rotation that ends after {@code from} and begins before {@code until}; what
   * runs at {@code from} begins there.
   */
  public static List<Laid> out(
      UUID rotation, Turns turns, Window window, Instant from, Instant until) {
    List<Laid> laid = new ArrayList<>();
    for (Occurrence occurrence : window.between(from, until)) {
      Window.Span whole = occurrence.span();
      Window.Span span =
          whole.opens().isBefore(from) ? new Window.Span(from, whole.closes()) : whole;
      List<UUID> staff = turns.on(occurrence.date());
      String name = rotation + "/" + occurrence.date();
      for (int place = 0; place < staff.size(); place++) {
        laid.add(
            new Laid(
                named(name + "/" + place),
                occurrence.date(),
                place,
                named(name),
                staff.get(place),
                false,
                span));
      }
    }
    return laid;
  }

  /**
   * The same places with whoever took them over: a swap belongs to its shift and moves with it.
   *
   * @param changed who has a place instead; empty: nobody, it is open
   */
  public static List<Laid> keeping(List<Laid> laid, Map<Slot, Optional<UUID>> changed) {
    return laid.stream()
        .map(
            one ->
                changed.get(one.slot()) instanceof Optional<UUID> instead
                    ? new Laid(
                        one.id, one.date, one.place, one.crew, instead.orElse(null), true, one.span)
                    : one)
        .toList();
  }

  public Slot slot() {
    return new Slot(date, place);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
