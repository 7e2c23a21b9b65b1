package org.warmhandoff.referral.answering;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralState;
import org.warmhandoff.referral.WallClock;

/**
 * A referral as its agency sees it: nothing in it leads to the incident or identifies anyone.
 *
 * @param client the agency's own id of the person
 * @param zone IANA zone of the jurisdiction, to show the instants in
 * @param dataref where the content is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralRow(
    UUID referral,
    UUID client,
    @Nullable String program,
    Purpose purpose,
    Urgency urgency,
    List<String> needs,
    String status,
    @Nullable String reason,
    Instant offeredAt,
    Instant answerBy,
    Instant expiresAt,
    String zone,
    String dataref) {

  static ReferralRow of(Referral referral, String frontDoor) {
    ReferralState state = referral.state();
    return new ReferralRow(
        referral.id(),
        referral.client(),
        referral.program(),
        referral.purpose(),
        referral.urgency(),
        referral.needs(),
        state.code(),
        state.because().orElse(null),
        referral.openedAt(),
        referral.answerBy(),
        referral.expiresAt(),
        referral.zone(),
        frontDoor + "/referral/api/v1/referrals/" + referral.id() + "/content");
  }

  /** The answers there are from here. */
  @JsonIgnore
  public List<Status> moves() {
    ReferralState state = ReferralState.of(status, reason);
    return Arrays.stream(Status.values())
        .filter(answer -> state.answered(answer, "other").isPresent())
        .toList();
  }

  /** Those of them that need no reason: a button each. */
  @JsonIgnore
  public List<Status> plainMoves() {
    return moves().stream().filter(move -> !move.needsReason()).toList();
  }

  /** Those of them that need one. */
  @JsonIgnore
  public List<Status> reasonedMoves() {
    return moves().stream().filter(Status::needsReason).toList();
  }

  /** When it was offered, on the wall of the jurisdiction. */
  @JsonIgnore
  public String offered() {
    return WallClock.of(offeredAt, zone);
  }

  @JsonIgnore
  public String due() {
    return WallClock.of(answerBy, zone);
  }
}
