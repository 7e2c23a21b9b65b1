package org.warmhandoff.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** What a consent becomes: once, taken back, given again, and nothing of it is ever unwritten. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class ConsentLedgerTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  @Test
  void afterAWithdrawalItCanBeGivenAgain() {
    Scene scene = Scene.windsor();
    Doors.withdraw(Doors.give(scene, Doors.HOUSE));
    UUID again = Doors.give(scene, Doors.HOUSE);
    assertEquals(
        "GIVEN",
        sql.rows("select standing from consent where id = ?", again).getFirst().get("standing"));
    assertEquals(
        List.of("GIVEN", "WITHDRAWN", "GIVEN"),
        sql
            .rows(
                "select what from consent_entry where incident = ? order by number",
                scene.incident())
            .stream()
            .map(row -> row.get("what"))
            .toList());
  }

  @Test
  void aSecondWithdrawalChangesNothingAndARefusalCannotBeTakenBack() {
    Scene scene = Scene.windsor();
    UUID given = Doors.give(scene, Doors.HOUSE);
    Doors.withdraw(given);
    Doors.withdraw(given);
    assertEquals(
        1,
        sql.count(
            "select count(*) from consent_entry where consent = ? and what = 'WITHDRAWN'", given));
    Map<String, Object> no = Doors.consent(Scene.windsor(), Doors.HOUSE);
    no.put("decision", "refused");
    UUID refused = Doors.give(no);
    Doors.as(Doors.OFFICER)
        .post("/api/v1/consents/" + refused + "/withdrawal")
        .then()
        .statusCode(409);
  }

  @Test
  void whatHappenedCannotBeChangedByTheServiceItself() {
    UUID consent = Doors.give(Scene.windsor(), Doors.HOUSE);
    Sql app = Sql.as("referral", "referral_app");
    for (String table :
        List.of(
            "consent_entry",
            "consent_text",
            "disclosure",
            "referral_move",
            "gate_refusal",
            "refused_answer",
            "erased_person",
            "agency_client")) {
      assertThrows(
          IllegalStateException.class, () -> app.run("delete from " + table), "delete " + table);
    }
    assertThrows(
        IllegalStateException.class,
        () -> app.run("update consent_entry set actor_role = 'nobody'"));
    assertThrows(
        IllegalStateException.class, () -> app.run("delete from consent where id = ?", consent));
    assertFalse(sql.rows("select * from consent where id = ?", consent).isEmpty());
  }

  @Test
  void twoTapsMakeOneConsent() {
    Scene scene = Scene.windsor();
    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(
                tap ->
                    CompletableFuture.supplyAsync(
                        () ->
                            Doors.post(Doors.OFFICER, Doors.consent(scene, Doors.HOUSE))
                                .extract()
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(201, 409, 409, 409, 409, 409, 409, 409), answers);
    assertEquals(1, sql.count("select count(*) from consent where incident = ?", scene.incident()));
  }
}
