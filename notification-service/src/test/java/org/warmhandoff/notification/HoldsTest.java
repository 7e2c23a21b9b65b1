package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.testbed.WithStack;

/** What is committed while a claim waits for a worker's row counts. */
@QuarkusTest
@WithStack("notification-service")
class HoldsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T21:00:00Z");

  private final UUID staff = UUID.randomUUID();
  private final UUID him = UUID.randomUUID();

  @Inject Holds holds;

  @Test
  void whoIsFreeIsTaken() {
    register();
    assertTrue(claim());
  }

  @Test
  void whoTookTheOtherSideAMomentAgoIsNot() throws SQLException {
    register();
    assertFalse(
        claimWhile(
            "insert into side (staff, person, audience, incident, police_service, jurisdiction)"
                + " values (?, ?, 'ALLEGED_OFFENDER', gen_random_uuid(), 'w', 'CA-ON')",
            him));
  }

  @Test
  void whoseChannelIsNoLongerVerifiedIsNot() throws SQLException {
    register();
    assertFalse(
        claimWhile(
            "update worker set channels = '[{\"kind\": \"in-app\", \"verified\": false}]'"
                + " where id = ?"));
  }

  @Test
  void whoLeftIsNot() throws SQLException {
    register();
    assertFalse(claimWhile("update worker set active = false where id = ?"));
  }

  @Test
  void whoWasGrantedLeaveAMomentAgoIsNot() throws SQLException {
    register();
    assertFalse(
        claimWhile(
            "insert into staff_leave (id, staff, starts, ends, granted_at, granted_by) values"
                + " (gen_random_uuid(), ?, '2026-11-20T20:00:00Z', '2026-11-20T22:00:00Z',"
                + " '2026-11-20T20:00:00Z', 'demo')"));
  }

  private void register() {
    Town.SQL.run(
        "insert into worker (id, kind, organisation, active, channels, police_service,"
            + " jurisdiction) values (?, 'SOCIAL_WORKER', 'demo', true,"
            + " '[{\"kind\": \"in-app\", \"verified\": true}]', 'w', 'CA-ON')",
        staff);
  }

  /** Claims while another transaction holds the worker's row, does this, and commits. */
  private boolean claimWhile(String statement, UUID... more) throws SQLException {
    try (Connection other = Town.SQL.connection()) {
      other.setAutoCommit(false);
      run(other, "select id from worker where id = ? for no key update");
      CompletableFuture<Boolean> claimed = CompletableFuture.supplyAsync(this::claim);
      Town.eventually(() -> Town.SQL.count("select count(*) from pg_locks where not granted") > 0);
      run(other, statement, more);
      other.commit();
      return claimed.join();
    }
  }

  private void run(Connection connection, String sql, UUID... more) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, staff);
      for (int i = 0; i < more.length; i++) {
        statement.setObject(i + 2, more[i]);
      }
      statement.execute();
    }
  }

  private boolean claim() {
    IncidentView incident =
        IncidentView.of(
            new IncidentReported(
                UUID.randomUUID(),
                Incidents.facts().parties(new Party(him, PartyRole.ALLEGED_OFFENDER)).build()),
            "w",
            "CA-ON",
            Mode.LIVE,
            NOW);
    Assignment assignment =
        Assignment.open(
            UUID.randomUUID(),
            incident,
            List.of(Program.of(SixPrograms.hiatusVirtual(), 1)),
            0,
            1,
            NOW);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              holds.lock(List.of(staff));
              boolean taken = holds.claim(assignment, incident, List.of(staff), true, NOW);
              // the assignment is never kept, so nothing may refer to it at the commit
              holds.follow(assignment);
              return taken;
            });
  }
}
