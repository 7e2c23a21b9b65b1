package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** Streams of lines that stay open: they end with their key, and leave room for others. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyStreamTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  private static ObjectNode slow() {
    return Doors.JSON.createObjectNode().put("name", "slow").put("postsPerSecond", 1);
  }

  private static long stored(String number) {
    return Doors.SQL.count("select count(*) from incident where external_id = ?", number);
  }

  private static void endsUnstored(OpenLines lines) throws Exception {
    String number = newNumber();
    lines.send(report(number));
    JsonNode last = lines.told();
    assertThat(last.path("row").asInt()).isEqualTo(2);
    assertThat(last.path("status").asInt()).isEqualTo(401);
    assertThat(last.path("problem").path("type").asText()).endsWith("/not-signed-in");
    assertThat(lines.hasEnded()).isTrue();
    assertThat(stored(number)).isZero();
  }

  @Test
  void aRevokedKeyEndsTheStreamItOpened() throws Exception {
    JsonNode key = Keys.make("windsor", "CAD");
    try (OpenLines lines = new OpenLines(key)) {
      lines.send(report(newNumber()));
      assertThat(lines.told().path("status").asInt()).isEqualTo(201);
      Keys.revoke("windsor", key);
      endsUnstored(lines);
    }
  }

  @Test
  void soDoesTheEndOfItsGrace() throws Exception {
    JsonNode key = Keys.make("windsor", "CAD");
    try (OpenLines lines = new OpenLines(key)) {
      lines.send(report(newNumber()));
      assertThat(lines.told().path("status").asInt()).isEqualTo(201);
      Keys.rotate("windsor", key);
      TestClock.advance(Duration.ofHours(24));
      endsUnstored(lines);
    }
  }

  @Test
  void aLineThatWaitsItsTurnHoldsNoneBeforeItBack() throws Exception {
    String[] numbers = {newNumber(), newNumber(), newNumber(), newNumber()};
    try (OpenLines lines = new OpenLines(Keys.make("windsor", slow()))) {
      lines.send(report(numbers[0]), report(numbers[1]), report(numbers[2]), report(numbers[3]));
      for (int row = 1; row <= numbers.length; row++) {
        assertThat(lines.told().path("row").asInt()).isEqualTo(row);
      }
    }
    assertThat(
            Doors.SQL.count(
                "select count(distinct xmin::text) from incident where external_id in (?, ?, ?, ?)",
                (Object[]) numbers))
        .as("transactions they came in")
        .isGreaterThan(1);
  }

  @Test
  void oneSlowKeyLeavesRoomForOthers() throws Exception {
    JsonNode slow = Keys.make("windsor", slow());
    List<OpenLines> streams = new ArrayList<>();
    try {
      int refused = 0;
      for (int i = 0; i < 30; i++) {
        OpenLines lines = new OpenLines(slow);
        streams.add(lines);
        lines.send(report(newNumber()), report(newNumber()), report(newNumber()));
      }
      Keys.post(Keys.make("cleveland", "CAD"), report(newNumber())).then().statusCode(201);
      for (OpenLines lines : streams) {
        if (lines.status() == 429) {
          assertThat(lines.problem()).contains("/too-many-streams");
          refused++;
        }
      }
      assertThat(refused).isEqualTo(26);
    } finally {
      for (OpenLines lines : streams) {
        lines.close();
      }
    }
    // Their places are free again once the connections have ended.
    long end = System.nanoTime() + Doors.PATIENCE.toNanos();
    int status = 429;
    while (status == 429) {
      assertThat(System.nanoTime()).isLessThan(end);
      try (OpenLines lines = new OpenLines(slow)) {
        lines.send(report(newNumber()));
        status = lines.status();
      }
      LockSupport.parkNanos(100_000_000L);
    }
    assertThat(status).isEqualTo(200);
  }
}
