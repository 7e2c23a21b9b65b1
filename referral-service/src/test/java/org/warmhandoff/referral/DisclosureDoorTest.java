package org.warmhandoff.referral;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AgencyReferral.ReferralRevoked;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.ReferralEvent.ReferralContentRead;
import org.warmhandoff.contracts.ReferralEvent.ReferralWithdrawn;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.referral.VaultServer.Asked;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** An agency reads what was consented to: checked at that moment, registered, and not one more. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class DisclosureDoorTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  @Test
  void theContentIsExactlyWhatWasConsentedTo() {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    Doors.content(Doors.HOUSE, referral)
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("fields", equalTo(Map.of("NAME", VaultServer.NAME, "PHONE", VaultServer.PHONE)))
        .body("categories", equalTo(List.of("NAME", "PHONE")))
        .body("incident", equalTo(null))
        .body(not(containsString(scene.victim().toString())))
        .body(not(containsString(scene.incident().toString())));
    List<Asked> asked = VaultServer.askedAbout(scene.victim());
    assertEquals(1, asked.size());
    Asked one = asked.getFirst();
    assertEquals("[\"NAME\",\"PHONE\"]", one.body().path("fields").toString());
    assertEquals("SUPPORT", one.body().path("purpose").asText());
    assertEquals(Doors.HOUSE, one.body().path("onBehalfOf").asText());
    assertEquals(referral.toString(), one.body().path("referral").asText());
    assertEquals(List.of("vault-reader"), one.roles());
  }

  @Test
  void theReadIsRegisteredAndTold() {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    String disclosure =
        Doors.content(Doors.HOUSE, referral).statusCode(200).extract().path("disclosure");
    Map<String, ?> line =
        sql.rows("select * from disclosure where id = ?", UUID.fromString(disclosure)).getFirst();
    assertEquals(referral, line.get("referral"));
    assertEquals(Doors.HOUSE, line.get("agency"));
    assertEquals("windsor", line.get("police_service"));
    assertEquals(1L, line.get("consent_version"));
    assertTrue(String.valueOf(line.get("actor")).contains("agency-hiatus-house"), line::toString);
    ReferralContentRead read =
        Doors.awaited(
            Topics.REFERRAL, ReferralContentRead.class, event -> event.referral().equals(referral));
    assertEquals(List.of(DataCategory.NAME, DataCategory.PHONE), read.categories());
  }

  @Test
  void aSummaryIsInCodesAndNotFromTheVault() {
    Scene scene = Scene.windsor().reported();
    Map<String, Object> summaryOnly = Doors.consent(scene, Doors.HOUSE);
    summaryOnly.put("categories", List.of("INCIDENT_SUMMARY"));
    UUID referral = Doors.requested(Doors.give(summaryOnly)).referral();
    Doors.content(Doors.HOUSE, referral)
        .statusCode(200)
        .body("fields", anEmptyMap())
        .body("incident.type", equalTo("DVA"))
        .body("incident.zone", equalTo("America/Toronto"))
        .body("incident.occurredAt", notNullValue());
    assertTrue(VaultServer.askedAbout(scene.victim()).isEmpty());
  }

  @Test
  void anotherAgencysReferralIsNotThere() {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    Doors.content(Doors.FSWE, referral).statusCode(404).body("type", endsWith("unknown-referral"));
    Doors.content(Doors.HOUSE, UUID.randomUUID())
        .statusCode(404)
        .body("type", endsWith("unknown-referral"));
    assertEquals(0, sql.count("select count(*) from disclosure where referral = ?", referral));
    assertTrue(VaultServer.askedAbout(scene.victim()).isEmpty());
  }

  @Test
  void afterAWithdrawalNothingCanBeReadAndTheAgencyIsTold() {
    Scene scene = Scene.windsor().reported();
    UUID consent = Doors.give(scene, Doors.HOUSE);
    UUID referral = Doors.requested(consent).referral();
    Doors.content(Doors.HOUSE, referral).statusCode(200);
    Doors.withdraw(consent);
    Doors.content(Doors.HOUSE, referral)
        .statusCode(410)
        .body("type", endsWith("consent-withdrawn"));
    Doors.awaited(Topics.CONSENT, ConsentWithdrawn.class, event -> event.consent().equals(consent));
    Doors.awaited(
        Topics.REFERRAL, ReferralWithdrawn.class, event -> event.referral().equals(referral));
    Doors.awaited(
        Topics.agencyReferrals(Doors.HOUSE),
        ReferralRevoked.class,
        event -> event.referral().equals(referral));
    assertEquals(1, VaultServer.askedAbout(scene.victim()).size());
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "accepted")).statusCode(409);
  }

  @Test
  void aClosedReferralIsRevokedTooAndReadNoMore() {
    Scene scene = Scene.windsor().reported();
    UUID consent = Doors.give(scene, Doors.HOUSE);
    UUID referral = Doors.requested(consent).referral();
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "rejected", "reason", "no-capacity"))
        .statusCode(204);
    Doors.content(Doors.HOUSE, referral).statusCode(410).body("type", endsWith("referral-over"));
    Doors.withdraw(consent);
    Doors.awaited(
        Topics.agencyReferrals(Doors.HOUSE),
        ReferralRevoked.class,
        event -> event.referral().equals(referral));
  }

  @Test
  void anErasedPersonCanNotBeReadAnyMore() {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    scene.erased(scene.victim());
    Doors.until(
        "erasure heard of",
        () ->
            sql.count("select count(*) from erased_person where person = ?", scene.victim()) == 1);
    Doors.content(Doors.HOUSE, referral).statusCode(410).body("type", endsWith("person-erased"));
    Doors.post(Doors.OFFICER, Doors.consent(scene, Doors.FSWE)).statusCode(410);
  }

  @Test
  void whatTheVaultHasErasedIsGoneEvenBeforeWeHeardOfIt() {
    Scene scene = Scene.windsor().with(VaultServer.ERASED).reported();
    Doors.content(Doors.HOUSE, Doors.referred(scene, Doors.HOUSE)).statusCode(410);
  }

  @Test
  void aVaultThatFailsIsAProblemOfOursAndTheReadStaysRegistered() {
    Scene scene = Scene.windsor().with(VaultServer.FAILING).reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    Doors.content(Doors.HOUSE, referral)
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("vault-unavailable"));
    assertEquals(1, sql.count("select count(*) from disclosure where referral = ?", referral));
  }

  @Test
  void anAgencyThatIsNotServingAnyMoreReadsNothing() {
    UUID referral = Doors.referred(Scene.windsor().reported(), "harbour-support");
    Doors.describe("harbour-support", false, List.of("SUPPORT"), List.of("VICTIM"));
    Doors.content("harbour-support", referral)
        .statusCode(403)
        .body("type", endsWith("agency-inactive"));
  }

  @Test
  void noReadIsRegisteredBehindAWithdrawal() throws Exception {
    int rounds = 60;
    Scene scene = Scene.windsor();
    List<Party> victims = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      victims.add(new Party(UUID.randomUUID(), PartyRole.VICTIM));
    }
    scene.reported(victims.toArray(Party[]::new));
    List<UUID> consents =
        victims.stream()
            .map(victim -> Doors.give(scene.with(victim.person()), Doors.HOUSE))
            .toList();
    Doors.until(
        "all referred",
        () ->
            sql.count("select count(*) from referral where incident = ?", scene.incident())
                == rounds);
    List<UUID> referrals =
        consents.stream()
            .map(
                consent ->
                    sql.rows("select id from referral where consent = ?", consent)
                        .getFirst()
                        .get("id"))
            .map(UUID.class::cast)
            .toList();
    int readers = 3;
    try (ExecutorService threads = Executors.newFixedThreadPool(readers + 1)) {
      for (int i = 0; i < rounds; i++) {
        UUID referral = referrals.get(i);
        UUID consent = consents.get(i);
        CyclicBarrier start = new CyclicBarrier(readers + 1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int r = 0; r < readers; r++) {
          all.add(
              CompletableFuture.runAsync(
                  () -> {
                    together(start);
                    int status;
                    do {
                      status = Doors.content(Doors.HOUSE, referral).extract().statusCode();
                    } while (status == 200);
                    assertEquals(410, status);
                  },
                  threads));
        }
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  together(start);
                  Doors.withdraw(consent);
                  Doors.content(Doors.HOUSE, referral).statusCode(410);
                },
                threads));
        all.forEach(CompletableFuture::join);
      }
    }
    assertEquals(
        0,
        sql.count(
            """
            select count(*) from disclosure d join consent_entry e on e.consent = d.consent
            where e.what = 'WITHDRAWN' and d.recorded_at > e.recorded_at
            """));
    assertEquals(
        0,
        sql.count(
            """
            select count(*) from disclosure d join consent c on c.id = d.consent
            where d.consent_version >= c.version and c.standing = 'WITHDRAWN'
            """));
    assertTrue(
        sql.count("select count(*) from disclosure where incident = ?", scene.incident()) > 0,
        "the race was never run");
  }

  private static void together(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aConsentRunsOut() {
    UUID referral = Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    Doors.content(Doors.HOUSE, referral).statusCode(200);
    TestClock.advance(Duration.ofDays(181));
    Doors.content(Doors.HOUSE, referral).statusCode(410).body("type", endsWith("consent-expired"));
  }

  @Test
  void whatRanOutMakesRoomForANewYes() {
    Scene scene = Scene.windsor().reported();
    UUID first = Doors.give(scene, Doors.HOUSE);
    Doors.requested(first);
    TestClock.advance(Duration.ofDays(181));
    UUID second = Doors.give(scene, Doors.HOUSE);
    Doors.requested(second);
    assertEquals(
        "LAPSED",
        sql.rows("select standing from consent where id = ?", first).getFirst().get("standing"));
  }
}
