package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.notification.watching.EndOfLadder;
import org.warmhandoff.notification.watching.ExpiredPages;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** What the operator is shown, and woken for, of pages that nobody answers. */
@QuarkusTest
@WithStack("notification-service")
class UnansweredPagesTest {

  private static final int SOME = 1000;

  @Inject ExpiredPages expiredPages;
  @Inject EndOfLadder endOfLadder;
  @Inject EntityManager database;

  private final Town town = new Town();

  @BeforeEach
  void open() {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
  }

  private UUID paged() {
    town.onDuty("v", "hiatus-worker-2");
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    return Town.assignment(Town.told(incident, "worker-paged"));
  }

  @Test
  void aPageThatRanOutIsListedWithItsProgramAndNotWithItsWorker() {
    UUID assignment = paged();
    assertFalse(listed(SOME).contains(assignment), "its worker may still answer");

    TestClock.advance(Duration.ofMinutes(4));
    Town.eventually(() -> listed(SOME).contains(assignment));

    Failed failed =
        expiredPages.latest(SOME).stream()
            .filter(one -> one.id().equals(assignment))
            .findFirst()
            .orElseThrow();
    Timestamp ended =
        (Timestamp)
            Town.SQL
                .rows("select ended_at from page where assignment = ?", assignment)
                .getFirst()
                .get("ended_at");
    assertEquals(new Failed("page-expired", assignment, town.code("v"), at(ended)), failed);
    List<Instant> times = expiredPages.latest(SOME).stream().map(Failed::at).toList();
    assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
    assertEquals(1, expiredPages.latest(1).size());
  }

  private List<UUID> listed(int limit) {
    return expiredPages.latest(limit).stream().map(Failed::id).toList();
  }

  private static Instant at(@Nullable Timestamp time) {
    return Objects.requireNonNull(time).toInstant();
  }

  /** In a transaction that is taken back, since other tests leave assignments at their end too. */
  @Test
  @TestTransaction
  void theLongestThatNobodyHasTakenOnIsAgedUntilASupervisorHas() {
    everyoneIsTakenOn();
    assertEquals(0, endOfLadder.oldestSeconds());

    for (String state : List.of("told", "unattended")) {
      UUID assignment = standing(state, Duration.ofMinutes(16));
      standing(state, Duration.ofMinutes(2));
      assertEquals(960, endOfLadder.oldestSeconds(), 30);
      change("update assignment set state_code = 'acknowledged' where id = :id", assignment);
      assertEquals(120, endOfLadder.oldestSeconds(), 30);
      everyoneIsTakenOn();
    }

    standing("paged", Duration.ofMinutes(16));
    assertEquals(0, endOfLadder.oldestSeconds(), "somebody is being asked");
  }

  private void everyoneIsTakenOn() {
    database.createNativeQuery("update assignment set state_code = 'acknowledged'").executeUpdate();
  }

  private UUID standing(String state, Duration opened) {
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    UUID assignment = Town.assignment(Town.told(incident, "assignment-opened"));
    database
        .createNativeQuery(
            "update assignment set state_code = :state, opened_at = :at where id = :id")
        .setParameter("state", state)
        .setParameter("at", TestClock.now().minus(opened))
        .setParameter("id", assignment)
        .executeUpdate();
    return assignment;
  }

  private void change(String update, UUID assignment) {
    database.createNativeQuery(update).setParameter("id", assignment).executeUpdate();
  }
}
