package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NearbyIdsTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10 * SECOND);
  private final NearbyIds ids = new NearbyIds(clock::get);

  @Test
  void idsOfOneBurstBeginAlikeAndAreNeverTheSame() {
    Set<UUID> made = new HashSet<>();
    Set<Long> beginnings = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      UUID id = ids.next();
      made.add(id);
      beginnings.add(id.getMostSignificantBits() >>> 16);
      clock.addAndGet(10_000);
    }
    assertThat(made).hasSize(20_000);
    assertThat(beginnings).hasSize(5);
  }

  @Test
  void whatComesAloneHasABeginningOfItsOwn() {
    Set<Long> beginnings = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      beginnings.add(ids.next().getMostSignificantBits() >>> 16);
      // Past the end of what a long holds, too: only the difference counts.
      clock.addAndGet(SECOND);
    }
    assertThat(beginnings).hasSize(20);
  }

  @Test
  void theyAreOfTheVersionThatSaysNothing() {
    UUID id = ids.next();
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }
}
