package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyMemoryTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND);
  private final AtomicInteger lookUps = new AtomicInteger();
  private final KeyMemory memory = new KeyMemory(nanos::get);
  private KeyState stands = new KeyState.Active();

  private Optional<KnownKey> find(String id) {
    return memory.find(
        id,
        asked -> {
          lookUps.incrementAndGet();
          return asked.equals("known") ? Optional.of(key()) : Optional.empty();
        });
  }

  private KnownKey key() {
    return new KnownKey(
        "known", new UUID(0, 1), "windsor", "CA-ON", new byte[32], stands, null, null, null);
  }

  @Test
  void aKeyIsRememberedForFiveSecondsAndNotLonger() {
    find("known");
    stands = new KeyState.Revoked(Samples.NOON);
    nanos.addAndGet(5 * SECOND - 1);
    assertThat(find("known").orElseThrow().state()).isInstanceOf(KeyState.Active.class);
    assertThat(lookUps).hasValue(1);
    nanos.addAndGet(1);
    assertThat(find("known").orElseThrow().state()).isInstanceOf(KeyState.Revoked.class);
    assertThat(lookUps).hasValue(2);
  }

  @Test
  void whatIsForgottenIsLookedUp() {
    find("known");
    memory.forget("known");
    find("known");
    assertThat(lookUps).hasValue(2);
  }

  @Test
  void whatChangesDuringALookUpIsNotRememberedLongerForIt() {
    memory.find(
        "known",
        asked -> {
          nanos.addAndGet(4 * SECOND);
          return Optional.of(key());
        });
    nanos.addAndGet(SECOND);
    find("known");
    assertThat(lookUps).hasValue(1);
  }

  @Test
  void whatIsForgottenDuringALookUpIsNotRememberedAtAll() {
    memory.find(
        "known",
        asked -> {
          KnownKey readBefore = key();
          stands = new KeyState.Revoked(Samples.NOON);
          memory.forget("known");
          return Optional.of(readBefore);
        });
    assertThat(find("known").orElseThrow().state()).isInstanceOf(KeyState.Revoked.class);
  }

  @Test
  void aForgottenKeyIsStillKnownToExist() {
    assertThat(memory.remembers("known")).isFalse();
    find("known");
    memory.forget("known");
    assertThat(memory.remembers("known")).isTrue();
    find("guess");
    assertThat(memory.remembers("guess")).isFalse();
  }

  @Test
  void whoGuessesIsLookedUpEachTimeAndFillsNothing() {
    assertThat(find("guess")).isEmpty();
    assertThat(find("guess")).isEmpty();
    assertThat(lookUps).hasValue(2);
  }
}
