package org.warmhandoff.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.contracts.AgencyAnswer.Status;

class ReferralStateTest {

  private static final List<String> ALL =
      List.of(
          "requested",
          "accepted",
          "in-progress",
          "on-hold",
          "rejected",
          "completed",
          "cancelled",
          "failed",
          "withdrawn");

  private static Set<Status> movesFrom(String code) {
    ReferralState state = ReferralState.of(code, "no-capacity");
    return List.of(Status.values()).stream()
        .filter(status -> state.answered(status, "no-capacity").isPresent())
        .collect(Collectors.toSet());
  }

  @Test
  void theLegalMovesAreTheseAndNoOthers() {
    assertEquals(Set.of(Status.ACCEPTED, Status.REJECTED), movesFrom("requested"));
    assertEquals(
        Set.of(
            Status.IN_PROGRESS, Status.ON_HOLD, Status.COMPLETED, Status.CANCELLED, Status.FAILED),
        movesFrom("accepted"));
    assertEquals(
        Set.of(Status.ON_HOLD, Status.COMPLETED, Status.CANCELLED, Status.FAILED),
        movesFrom("in-progress"));
    assertEquals(Set.of(Status.IN_PROGRESS, Status.CANCELLED, Status.FAILED), movesFrom("on-hold"));
    for (String closed : List.of("rejected", "completed", "cancelled", "failed", "withdrawn")) {
      assertEquals(Set.of(), movesFrom(closed), closed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "requested, ACCEPTED, accepted",
    "requested, REJECTED, rejected",
    "accepted, IN_PROGRESS, in-progress",
    "in-progress, ON_HOLD, on-hold",
    "on-hold, IN_PROGRESS, in-progress",
    "in-progress, COMPLETED, completed",
    "accepted, CANCELLED, cancelled",
    "on-hold, FAILED, failed",
  })
  void anAnswerLeadsToTheStateOfItsName(String from, Status answer, String to) {
    ReferralState next = ReferralState.of(from, "r").answered(answer, "no-capacity").orElseThrow();
    assertEquals(to, next.code());
    assertEquals(
        answer.needsReason() ? Optional.of("no-capacity") : Optional.empty(), next.because());
  }

  @Test
  void aReasonIsRequiredWhereTheStandardAsksForOne() {
    ReferralState requested = new ReferralState.Requested();
    assertThrows(IllegalArgumentException.class, () -> requested.answered(Status.REJECTED, null));
    assertTrue(requested.answered(Status.ACCEPTED, null).isPresent());
  }

  @Test
  void aStoredStateComesBackAsItWas() {
    for (String code : ALL) {
      assertEquals(code, ReferralState.of(code, "r").code());
    }
    assertThrows(IllegalArgumentException.class, () -> ReferralState.of("maybe", null));
  }

  @Test
  void onlyAnOpenReferralCanBeWithdrawn() {
    for (String code : ALL) {
      boolean open = ReferralState.of(code, "r") instanceof ReferralState.Open;
      assertEquals(!movesFrom(code).isEmpty(), open, code);
    }
    assertFalse((Object) new ReferralState.Withdrawn() instanceof ReferralState.Open);
  }
}
