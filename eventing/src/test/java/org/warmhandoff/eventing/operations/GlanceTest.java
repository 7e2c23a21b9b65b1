package org.warmhandoff.eventing.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.eventing.flow.Flow;
import org.warmhandoff.eventing.inbox.ConsumerLag.Lag;

class GlanceTest {

  private static final Instant NOW = Instant.parse("2026-03-08T06:59:59Z");

  @Test
  void allIsWellWhereNothingWaits() {
    assertThat(glance(flow(0, 0, 0, 0), 0, 0)).isEqualTo(Glance.WELL);
    assertThat(glance(flow(0, 0, 0, 0), 0, 0, failed("2026-03-06T06:59:59Z")))
        .isEqualTo(Glance.WELL);
  }

  @Test
  void whatWaitsIsSaid() {
    assertThat(glance(flow(1, 0.2, 0, 0), 0, 0)).isEqualTo(Glance.UNDER_WAY);
    assertThat(glance(flow(0, 0, 1, 0), 3, 0)).isEqualTo(Glance.UNDER_WAY);
    assertThat(glance(flow(0, 0, 0, 0), 0, 7)).isEqualTo(Glance.UNDER_WAY);
  }

  @Test
  void whatWaitsTooLongOrIsTooMuchIsLookedAt() {
    assertThat(glance(flow(1, 10, 0, 0), 0, 0)).isEqualTo(Glance.LOOK);
    assertThat(glance(flow(0, 0, 1, 0), 60, 0)).isEqualTo(Glance.LOOK);
    assertThat(glance(flow(0, 0, 0, 0), 0, 2_000)).isEqualTo(Glance.LOOK);
    assertThat(glance(flow(0, 0, 0, 1), 0, 0)).isEqualTo(Glance.LOOK);
    assertThat(glance(flow(0, 0, 0, 0), 0, 0, failed("2026-03-08T03:00:00Z")))
        .isEqualTo(Glance.LOOK);
    assertThat(Glance.at(operations(flow(0, 0, 0, 0), 0, 0), 1, NOW)).isEqualTo(Glance.LOOK);
  }

  private static Glance glance(Flow flow, double parkedSeconds, long lag, Failed... failed) {
    return Glance.at(operations(flow, parkedSeconds, lag, failed), 0, NOW);
  }

  private static Operations operations(
      Flow flow, double parkedSeconds, long lag, Failed... failed) {
    return new Operations(
        flow, parkedSeconds, List.of(new Lag("g", "t", lag)), List.of(), List.of(failed), null);
  }

  private static Flow flow(long pending, double oldest, long parked, long due) {
    return new Flow(new Flow.Pending(pending, oldest), parked, 0, 0, 0, due);
  }

  private static Failed failed(String at) {
    return new Failed("page-expired", UUID.randomUUID(), "windsor", Instant.parse(at));
  }
}
