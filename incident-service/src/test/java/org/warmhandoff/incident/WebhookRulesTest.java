package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message is sent again. */
class WebhookRulesTest {

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H"
  })
  void waitsByTheScheduleAndUpToAFifthLonger(int attempts, Duration least) {
    Random random = new Random(attempts);
    for (int i = 0; i < 1000; i++) {
      assertThat(WebhookBackoff.after(attempts, random.nextDouble(), null))
          .get()
          .satisfies(
              wait ->
                  assertThat(wait).isBetween(least, least.plus(least.dividedBy(5)).plusMillis(1)));
    }
  }

  @Test
  void theScheduleEndsAndWhatIsAskedForIsHeededWithinADay() {
    assertThat(WebhookBackoff.after(10, 0.5, null)).isEmpty();
    assertThat(WebhookBackoff.after(10, 0.5, Duration.ofHours(1))).isEmpty();
    assertThat(WebhookBackoff.after(1, 0, Duration.ofSeconds(90))).contains(Duration.ofSeconds(90));
    assertThat(WebhookBackoff.after(1, 0, Duration.ofSeconds(1))).contains(Duration.ofSeconds(5));
    assertThat(WebhookBackoff.after(1, 0, Duration.ofDays(400))).contains(Duration.ofDays(1));
  }

  /** Somebody waits: within seconds, then every minute; then as everything else. */
  @Test
  void whatAHumanIsWaitedForIsTriedWithinSecondsAndThenEveryMinute() {
    Duration before = Duration.ZERO;
    for (int attempts = 1; attempts <= 15; attempts++) {
      Duration wait = WebhookBackoff.afterUrgent(attempts, 0, null).orElseThrow();
      assertThat(wait).isBetween(before, Duration.ofMinutes(1));
      before = wait;
    }
    assertThat(WebhookBackoff.afterUrgent(1, 0, null)).contains(Duration.ofSeconds(5));
    assertThat(WebhookBackoff.afterUrgent(1, 0, Duration.ofDays(1)))
        .contains(Duration.ofMinutes(1));
    assertThat(WebhookBackoff.afterUrgent(16, 0, null)).contains(Duration.ofMinutes(30));
    assertThat(WebhookBackoff.afterUrgent(22, 0, null)).contains(Duration.ofHours(24));
    assertThat(WebhookBackoff.afterUrgent(23, 0, null)).isEmpty();
  }
}
