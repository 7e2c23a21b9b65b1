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
    assertThat(Duration.between(Instant.parse(closed.get(1)), latest))
        .isGreaterThanOrEqualTo(Duration.ofDays(1));
    assertThat(latest.atZone(ZoneOffset.UTC).toLocalTime()).isAfterOrEqualTo(LocalTime.of(3, 0));
  }

  private static long releases() {
    return DATABASE.count("select count(*) from release");
  }
}
