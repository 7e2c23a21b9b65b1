package org.warmhandoff.notification.alerting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What alerts ask of one member of staff now.
 *
 * @param toAcknowledge a supervisor was told, and must say that they know
 * @param toJudge a supervisor must say afterwards whether it was right
 * @param toReview the victim's worker must look at the safety plan again
 * @param raised a worker's own of the last day
 */
public record MyAlerts(
    List<AlertView> toAcknowledge,
    List<AlertView> toJudge,
    List<Review> toReview,
    List<AlertView> raised) {

  public MyAlerts {
    toAcknowledge = List.copyOf(toAcknowledge);
    toJudge = List.copyOf(toJudge);
    toReview = List.copyOf(toReview);
    raised = List.copyOf(raised);
  }

  /**
   * One alert.
   *
   * @param program whose worker said it; null where the reader answers for another one
   * @param assignment what it is about; null where the reader answers for another program
   * @param kind faster-response, imminent-danger or late-help
   * @param code what the danger is; null for a faster response, and for another program's reader
   * @param at business instant it was raised at
   * @param dueAt when the next is told, or until when it is to be judged; null where nothing is due
   * @param overdue whether that is past
   * @param acknowledged whether a human knows
   * @param zone IANA zone the times are shown in
   */
  public record AlertView(
      UUID id,
      UUID incident,
      @Nullable String program,
      @Nullable UUID assignment,
      String kind,
      @Nullable String code,
      Instant at,
      @Nullable Instant dueAt,
      boolean overdue,
      boolean acknowledged,
      String zone) {}

  /** Look at the safety plan again; neither who asked nor why is told. */
  public record Review(UUID id, UUID incident, Instant at, String zone) {}
}
