package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When two incidents are thought to be one event. */
class LookalikeTest {

  private static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");
  private static final Duration WITHIN = Duration.ofMinutes(30);

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  void whoeverIsReportedLaterIsTheSuspectedOne() {
    Lookalike early = new Lookalike(first, true, NOON);
    Lookalike late = new Lookalike(second, true, NOON.plus(WITHIN));
    List<Lookalike.Pair> pair = List.of(new Lookalike.Pair(second, first));
    assertThat(late.pairs(List.of(early, early), WITHIN)).isEqualTo(pair);
    assertThat(early.pairs(List.of(late), WITHIN)).isEqualTo(pair);
  }

  @Test
  void oneThatIsClosedOrLongAgoOrItselfIsNone() {
    Lookalike here = new Lookalike(first, true, NOON);
    assertThat(here.pairs(List.of(here), WITHIN)).isEmpty();
    assertThat(here.pairs(List.of(new Lookalike(second, false, NOON)), WITHIN)).isEmpty();
    assertThat(
            here.pairs(
                List.of(new Lookalike(second, true, NOON.plus(WITHIN).plusMillis(1))), WITHIN))
        .isEmpty();
    assertThat(
            new Lookalike(first, false, NOON)
                .pairs(List.of(new Lookalike(second, true, NOON)), WITHIN))
        .isEmpty();
  }
}
