package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralMove;
import org.warmhandoff.referral.ReferralMoves;
import org.warmhandoff.referral.ReferralSettings;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.RefusedAnswer.Why;

/** An agency moves its referral along the closed loop; the same for all three doors. */
@ApplicationScoped
class AnswerReferral {

  private final Referrals referrals;
  private final ReferralMoves moves;
  private final ReferralSettings settings;
  private final Outbox outbox;
  private final InstantSource clock;

  AnswerReferral(
      Referrals referrals,
      ReferralMoves moves,
      ReferralSettings settings,
      Outbox outbox,
      InstantSource clock) {
    this.referrals = referrals;
    this.moves = moves;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * An answer as it came in.
   *
   * @param agency who answers, as the door knows it
   * @param event the event that carried it, if one did
   */
  record Answer(
      String agency,
      UUID referral,
      Status status,
      @Nullable String reason,
      Door door,
      @Nullable UUID event) {}

  /** What became of it. */
  sealed interface Result {
    /** It moved the referral. */
    record Taken() implements Result {}

    /**
     * It did not fit.
     *
     * @param incident the referral's, where it is the agency's own
     */
    record NotTaken(Why why, @Nullable UUID incident) implements Result {}
  }

  @Transactional
  public Result answer(Answer answer) {
    Referral referral = referrals.lock(answer.referral(), answer.agency()).orElse(null);
    if (referral == null) {
      return new Result.NotTaken(Why.NO_SUCH_REFERRAL, null);
    }
    String reason = answer.status().needsReason() ? answer.reason() : null;
    if (answer.status().needsReason()) {
      if (reason == null || reason.isBlank()) {
        return new Result.NotTaken(Why.REASON_MISSING, referral.incident());
      }
      if (!settings.answerReasons().contains(reason)) {
        return new Result.NotTaken(Why.REASON_NOT_A_CODE, referral.incident());
      }
    }
    Instant now = clock.instant();
    return referral
        .answer(answer.status(), reason, now)
        .<Result>map(
            answered -> {
              moves.persist(new ReferralMove(referral, answer.door(), now));
              outbox.tell(referral.subject().causedBy(answer.event()), answered);
              return new Result.Taken();
            })
        .orElseGet(() -> new Result.NotTaken(Why.NOT_ALLOWED, referral.incident()));
  }
}
