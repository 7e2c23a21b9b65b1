package org.warmhandoff.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AgencyReferral.ReferralOffered;
import org.warmhandoff.contracts.AgencyReferral.ReferralRevoked;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.referral.answering.UnansweredReferrals;
import org.warmhandoff.referral.learning.RecalledOffers;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** What is not told to an agency again, and what an operator sees of agencies that are silent. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class OperatorSightTest {

  private static final int SOME = 1000;
  private static final String TOPIC = Topics.agencyReferrals(Doors.HOUSE);
  private static final String OFFERED = EventTypes.name(ReferralOffered.class);

  @Inject RecalledOffers recalledOffers;
  @Inject UnansweredReferrals unansweredReferrals;

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  @Test
  void anOfferIsNotToldAgainOnceNoConsentCoversIt() {
    UUID expired = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    TestClock.advance(Duration.ofDays(181));
    UUID covered = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    Scene erasedScene = Scene.windsor().reported();
    UUID erased = Doors.referred(erasedScene, Doors.HOUSE);
    UUID consent = Doors.give(Scene.windsor().reported(), Doors.HOUSE);
    UUID withdrawn = Doors.requested(consent).referral();
    UUID unknown = UUID.randomUUID();
    Set<UUID> all = Set.of(expired, covered, erased, withdrawn, unknown);
    assertEquals(Set.of(expired, unknown), recalledOffers.amongst(TOPIC, OFFERED, all));

    Doors.withdraw(consent);
    erasedScene.erased(erasedScene.victim());
    Set<UUID> recalled = new HashSet<>(all);
    recalled.remove(covered);
    Doors.until(
        "withdrawal and erasure are known",
        () -> recalledOffers.amongst(TOPIC, OFFERED, all).equals(recalled));

    assertEquals(
        Set.of(),
        recalledOffers.amongst(TOPIC, EventTypes.name(ReferralRevoked.class), all),
        "that it was revoked is told again");
  }

  @Test
  void anOfferIsNotToldAgainToAnAgencyThatIsNotActive() {
    UUID offered = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    Set<UUID> one = Set.of(offered);
    assertEquals(Set.of(), recalledOffers.amongst(TOPIC, OFFERED, one));
    Doors.describe(Doors.HOUSE, false, List.of("SUPPORT"), List.of("VICTIM"));
    try {
      assertEquals(one, recalledOffers.amongst(TOPIC, OFFERED, one));
    } finally {
      Doors.describeAgencies();
    }
    assertEquals(Set.of(), recalledOffers.amongst(TOPIC, OFFERED, one));
  }

  @Test
  void aReferralIsListedOnceItsAgencyIsLate() {
    UUID silent = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    UUID answered = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    UUID test = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    sql.run("update referral set mode = ? where id = ?", Mode.TEST.name(), test);
    Doors.answer(Doors.HOUSE, answered, Map.of("status", "accepted")).statusCode(204);
    assertTrue(listed().stream().noneMatch(one -> one.id().equals(silent)), "there is time yet");

    TestClock.advance(Duration.ofHours(25));
    UUID later = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    TestClock.advance(Duration.ofHours(25));

    List<Failed> failed =
        listed().stream()
            .filter(one -> Set.of(silent, answered, test, later).contains(one.id()))
            .toList();
    assertEquals(List.of(later, silent), failed.stream().map(Failed::id).toList());
    assertTrue(
        failed.stream()
            .allMatch(
                one ->
                    one.what().equals("referral-unanswered") && one.to().equals("hiatus-house")));
    assertEquals(1, unansweredReferrals.latest(1).size());
  }

  private List<Failed> listed() {
    return unansweredReferrals.latest(SOME);
  }
}
