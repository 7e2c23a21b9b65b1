package org.warmhandoff.eventing.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class DatabaseClockTest {

  @Inject DataSource database;
  @Inject InstantSource business;

  @Test
  void isTheDatabasesToAFewMilliseconds() {
    try (DatabaseClock clock = new DatabaseClock(database).start()) {
      Instant before = clock.instant();
      long theirs =
          Sql.database("incident")
              .count("select (extract(epoch from clock_timestamp()) * 1000)::bigint");
      Instant after = clock.instant();
      assertThat(Instant.ofEpochMilli(theirs))
          .isBetween(before.minusMillis(20), after.plusMillis(20));
      assertThat(before).isEqualTo(before.truncatedTo(ChronoUnit.MICROS));
    }
  }

  @Test
  void inTheLocalStackBusinessTimeIsTheClockFile() {
    TestClock.advance(Duration.ofHours(5));
    assertThat(Duration.between(TestClock.now(), business.instant()).abs())
        .isLessThan(Duration.ofSeconds(2));
  }
}
