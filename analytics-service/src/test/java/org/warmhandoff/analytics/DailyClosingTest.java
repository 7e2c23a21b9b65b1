package org.warmhandoff.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Business time is moved, and releases close by themselves. */
@QuarkusTest
@WithStack("analytics-service")
@TestProfile(DailyClosingTest.Automatic.class)
class DailyClosingTest {

  private static final Sql DATABASE = Sql.database("analytics");

  /** As a service runs by itself. */
  public static final class Automatic implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("handoff.release.automatic", "true", "handoff.release.at", "03:00");
    }
  }

  @Test
  void eachDayOfBusinessTimeHasARelease() {
    long before = releases();
    TestClock.advance(Duration.ofHours(25));
    Patience.until("the first", () -> releases() == before + 1);
    TestClock.advance(Duration.ofHours(25));
    Patience.until("the second", () -> releases() == before + 2);
    List<String> closed =
        given()
            .auth()
            .oauth2(Tokens.of("analyst"))
            .get("/api/v1/releases")
            .jsonPath()
            .getList("closedAt");
    Instant latest = Instant.parse(closed.get(0));
    Instant previous = Instant.parse(closed.get(1));
    assertThat(Duration.between(previous, latest)).isGreaterThanOrEqualTo(Duration.ofDays(1));
    // whatever the time of day it is now: the hour it closes at came between the two
    assertThat(latest).isAfterOrEqualTo(nextThreeOClock(previous));
  }

  private static Instant nextThreeOClock(Instant after) {
    ZonedDateTime local = after.atZone(ZoneOffset.UTC);
    ZonedDateTime sameDay = local.with(LocalTime.of(3, 0));
    return (sameDay.isAfter(local) ? sameDay : sameDay.plusDays(1)).toInstant();
  }

  private static long releases() {
    return DATABASE.count("select count(*) from release");
  }
}
