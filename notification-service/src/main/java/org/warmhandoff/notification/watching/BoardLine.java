package org.warmhandoff.notification.watching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the dispatcher's board.
 *
 * @param assignment null where none was opened
 * @param state paged, waiting, told, unattended, accepted, en-route, arrived, in-contact or
 *     stopping; stale where the fact that asks for help came too late to page anyone
 * @param since when help was first looked for
 * @param next when something happens if nobody answers; null where nothing does
 * @param zone IANA zone the times are shown in
 * @param urgency raised or high, by the officers' screens; null where nothing hurries
 * @param late whether nobody has said yes within the program's response target
 * @param linked incidents the source says this one belongs with
 */
public record BoardLine(
    UUID incident,
    @Nullable UUID assignment,
    String program,
    String mode,
    String state,
    Instant since,
    @Nullable Instant next,
    String zone,
    List<Asked> asked,
    @Nullable String urgency,
    boolean late,
    List<UUID> linked) {

  /**
   * A worker who was paged.
   *
   * @param ending open, accepted, declined, expired, stood-down or withdrawn
   */
  public record Asked(UUID staff, Instant at, String ending) {}

  /**
   * The order of the board: what somebody must act on now, what waits, and whom somebody is with
   * already; of those who wait high before raised before the rest, and of each what waits longest.
   * No line is left out, and nobody is paged later for it: routing does not look at urgency.
   */
  static final Comparator<BoardLine> ORDER =
      Comparator.comparingInt(BoardLine::turn)
          .thenComparing(Comparator.comparingInt(BoardLine::hurry).reversed())
          .thenComparing(BoardLine::since);

  private int turn() {
    if (urgent()) {
      return 0;
    }
    return served() ? 2 : 1;
  }

  /** Whether somebody is with her, or on the way. */
  public boolean served() {
    return switch (state) {
      case "accepted", "en-route", "arrived", "in-contact" -> true;
      default -> false;
    };
  }

  /** Who is helped already lowers nobody who is not. */
  private int hurry() {
    if (served()) {
      return 0;
    }
    return switch (urgency) {
      case "high" -> 2;
      case "raised" -> 1;
      case null, default -> 0;
    };
  }

  /** Whether somebody must act now. */
  public boolean urgent() {
    return (late && !served())
        || state.equals("unattended")
        || state.equals("told")
        || state.equals("stopping")
        || state.equals("stale");
  }
}
