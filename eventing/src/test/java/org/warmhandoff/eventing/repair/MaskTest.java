package org.warmhandoff.eventing.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.eventing.inbox.Content;
import org.warmhandoff.eventing.inbox.SetAside;

class MaskTest {

  @Test
  void aVersionIsShownOnlyWhereItCanBeNothingElse() {
    assertThat(header("ce_aggregateversion", "999999")).isEqualTo("999999");
    assertThat(header("ce_aggregateversion", "5195550123")).isEqualTo("<no version>");
    assertThat(Mask.row(row(999_999)).version()).isEqualTo(999_999);
    assertThat(Mask.row(row(5_195_550_123L)).version()).isNull();
  }

  @Test
  void anInstantIsShownAsItsKind() {
    assertThat(header("ce_time", "1987-03-08T06:59:59Z")).isEqualTo("<instant>");
    assertThat(header("ce_recordedtime", "1987-03-08T06:59:59Z")).isEqualTo("<instant>");
    assertThat(header("ce_time", "1987")).isEqualTo("<no instant>");
  }

  private static String header(String name, String value) {
    return Mask.headers(new Content(Map.of(name, value), null, null, null, "body"))
        .getOrDefault(name, "");
  }

  private static SetAside row(long version) {
    return new SetAside(
        1, "moody", "t", 0, 1, null, null, version, "body", null, 0, 0, Instant.EPOCH);
  }
}
