package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryBackoffTest {

  @Test
  void itWaitsLongerEachTimeByUpToAFifthAndThenGivesUp() {
    assertEquals(Optional.of(Duration.ofSeconds(2)), DeliveryBackoff.after(1, 0, null));
    assertEquals(Optional.of(Duration.ofMillis(2_400)), DeliveryBackoff.after(1, 1, null));
    assertEquals(Optional.of(Duration.ofSeconds(20)), DeliveryBackoff.after(4, 0, null));
    assertEquals(Optional.empty(), DeliveryBackoff.after(5, 0, null));
  }

  @Test
  void aGatewayThatAsksForTimeGetsItUpToAMinute() {
    assertEquals(
        Optional.of(Duration.ofSeconds(7)), DeliveryBackoff.after(1, 0, Duration.ofSeconds(7)));
    assertEquals(
        Optional.of(Duration.ofSeconds(60)), DeliveryBackoff.after(1, 0, Duration.ofHours(1)));
    assertEquals(
        Optional.of(Duration.ofSeconds(2)), DeliveryBackoff.after(1, 0, Duration.ofSeconds(1)));
  }
}
