package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.CadAdvisory.AlertAnswered;
import org.warmhandoff.contracts.CadAdvisory.DuplicateSuspected;
import org.warmhandoff.contracts.CadAdvisory.FasterResponseAskedFor;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.contracts.CadAdvisory.HelpAssigned;
import org.warmhandoff.contracts.CadAdvisory.HelpEnded;
import org.warmhandoff.contracts.CadAdvisory.HelpStoodDown;
import org.warmhandoff.contracts.CadAdvisory.ImminentDanger;
import org.warmhandoff.contracts.CadAdvisory.NobodyAvailable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;

/**
 * Something police are told back: a type, and at most one code. No agency, no worker, no side.
 *
 * @param id the event's own, so that one that is told twice is one
 * @param type stable code, such as worker-assigned
 * @param code how help is given, what the danger is, why two incidents look like one, or the public
 *     number to give where nobody comes
 * @param other the incident this one may be a duplicate of
 * @param answers the advisory a supervisor says they know of
 * @param toldAt business instant
 * @param acknowledgeBy business instant by which a human must have said that they know; null where
 *     nobody is waited for
 */
public record Advisory(
    UUID id,
    String policeService,
    String jurisdiction,
    UUID incident,
    Mode mode,
    String type,
    @Nullable String code,
    @Nullable UUID other,
    @Nullable UUID answers,
    Instant toldAt,
    @Nullable Instant acknowledgeBy) {

  /** How long what waits for a human is handed on, however late it was heard. */
  public static final Duration OPEN_FOR = Duration.ofHours(24);

  /**
   * An advisory with its place among those of its police service, from 1 without gaps.
   *
   * @param acknowledgedAt business instant at which a human first said so
   */
  public record Placed(long place, Advisory advisory, @Nullable Instant acknowledgedAt) {

    /** Whether a human is still waited for. */
    public boolean waits() {
      return advisory.acknowledgeBy != null && acknowledgedAt == null;
    }
  }

  /** An advisory as it was heard. */
  public static Advisory of(Head head, CadAdvisory told) {
    return switch (told) {
      case HelpAssigned e -> plain(head, "worker-assigned", e.incident(), code(e.mode()), e.at());
      case HelpArrived e -> plain(head, "worker-arrived", e.incident(), null, e.at());
      case HelpEnded e -> plain(head, "worker-ended", e.incident(), null, e.at());
      case HelpStoodDown e -> plain(head, "worker-stood-down", e.incident(), null, e.at());
      case NobodyAvailable e -> plain(head, "nobody-available", e.incident(), e.helpLine(), e.at());
      case FasterResponseAskedFor e ->
          plain(head, "faster-response", e.incident(), null, e.at()).awaiting(e.acknowledgeBy());
      case ImminentDanger e ->
          plain(head, "imminent-danger", e.incident(), code(e.danger()), e.at())
              .awaiting(e.acknowledgeBy());
      case AlertAnswered e ->
          plain(head, "alert-answered", e.incident(), null, e.at()).answering(e.advisory());
      case DuplicateSuspected e ->
          plain(head, "duplicate-suspected", e.incident(), code(e.likeness()), e.at())
              .beside(e.other());
    };
  }

  /** Whether it may be handed on by itself: a fact of long ago, or of an import, is not news. */
  public boolean isNews(Instant now, Duration liveFor) {
    return mode != Mode.HISTORY && !isLate(now, liveFor);
  }

  /**
   * Whether it is handed on although it is too old to be news: a human is still waited for, and it
   * is of this day.
   */
  public boolean isOpen(Instant now) {
    return mode != Mode.HISTORY && acknowledgeBy != null && !isLate(now, OPEN_FOR);
  }

  /**
   * How it is to be read: live of what happens now alone, late, test, or history.
   *
   * @param liveFor how long something told is something that happens now
   */
  public String reading(Instant now, Duration liveFor) {
    return switch (mode) {
      case TEST -> "test";
      case HISTORY -> "history";
      case LIVE -> isLate(now, liveFor) ? "late" : "live";
    };
  }

  /** Whether it is too old to be read as something that happens now. */
  public boolean isLate(Instant now, Duration liveFor) {
    return toldAt.plus(liveFor).isBefore(now);
  }

  private static Advisory plain(
      Head head, String type, UUID incident, @Nullable String code, Instant at) {
    return new Advisory(
        head.id(),
        head.policeService(),
        head.jurisdiction(),
        incident,
        head.mode(),
        type,
        code,
        null,
        null,
        at,
        null);
  }

  private Advisory awaiting(Instant by) {
    return with(other, answers, by);
  }

  private Advisory beside(UUID first) {
    return with(first, answers, acknowledgeBy);
  }

  private Advisory answering(UUID waited) {
    return with(other, waited, acknowledgeBy);
  }

  private Advisory with(@Nullable UUID first, @Nullable UUID waited, @Nullable Instant by) {
    return new Advisory(
        id, policeService, jurisdiction, incident, mode, type, code, first, waited, toldAt, by);
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
