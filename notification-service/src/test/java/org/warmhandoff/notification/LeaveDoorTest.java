package org.warmhandoff.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.WithStack;

/** Leave as it is granted and called off, and as routing reads it. */
@QuarkusTest
@WithStack("notification-service")
class LeaveDoorTest {

  private static final Instant STARTS = Instant.parse("2026-12-24T13:00:00Z");
  private static final Instant ENDS = Instant.parse("2026-12-27T13:00:00Z");

  private final UUID leave = UUID.randomUUID();
  private final UUID staff = UUID.randomUUID();

  @Inject EntityManager database;

  @Test
  void itLastsFromItsStartUntilJustBeforeItsEnd() {
    grant(STARTS, ENDS).statusCode(204);
    grant(STARTS, ENDS).statusCode(204);
    assertEquals(Set.of(), away(STARTS.minusMillis(1)));
    assertEquals(Set.of(staff), away(STARTS));
    assertEquals(Set.of(staff), away(ENDS.minusMillis(1)));
    assertEquals(Set.of(), away(ENDS));
  }

  @Test
  void itIsCalledOffButStaysKnown() {
    grant(STARTS, ENDS).statusCode(204);
    Town.administrator().delete("/api/v1/leave/" + leave).then().statusCode(204);
    Town.administrator().delete("/api/v1/leave/" + leave).then().statusCode(204);
    assertEquals(Set.of(), away(STARTS));
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from staff_leave where id = ? and called_off_by is not null", leave));
    grant(STARTS, ENDS).statusCode(409);
  }

  @Test
  void itIsNotChangedUnderItsId() {
    grant(STARTS, ENDS).statusCode(204);
    grant(STARTS, ENDS.plusSeconds(60)).statusCode(409);
    assertEquals(Set.of(), away(ENDS));
  }

  @Test
  void itNeedsAnEndAfterItsStart() {
    grant(ENDS, STARTS).statusCode(422).body("pointer", equalTo("/ends"));
    Town.administrator().delete("/api/v1/leave/" + leave).then().statusCode(404);
  }

  private ValidatableResponse grant(Instant starts, Instant ends) {
    return Town.administrator()
        .body("{\"staff\":\"%s\",\"starts\":\"%s\",\"ends\":\"%s\"}".formatted(staff, starts, ends))
        .put("/api/v1/leave/" + leave)
        .then();
  }

  private Set<UUID> away(Instant at) {
    Set<UUID> away =
        new HashSet<>(
            QuarkusTransaction.requiringNew()
                .call(() -> Glance.at(database, "windsor", at).away()));
    away.retainAll(Set.of(staff));
    return away;
  }
}
