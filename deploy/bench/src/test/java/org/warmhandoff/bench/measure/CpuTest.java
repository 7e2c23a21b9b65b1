package org.warmhandoff.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CpuTest {

  @Test
  void readsAStatLine() {
    Cpu.Stat stat =
        Cpu.Stat.parse(
            "1234 (java) S 77 1234 1234 0 -1 1077936128 9000 0 12 0 250 50 30 7 20 0 40 0 99999"
                + " 4000000000 50000 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0\n");
    assertThat(stat).isEqualTo(new Cpu.Stat(1234, 77, 300, 37));
  }

  @Test
  void aNameMayHoldSpacesAndParentheses() {
    Cpu.Stat stat =
        Cpu.Stat.parse("9 (postgres: a) (b) R 8 9 9 0 -1 0 0 0 0 0 1 2 3 4 20 0 1 0 5 6 7");
    assertThat(stat).isEqualTo(new Cpu.Stat(9, 8, 3, 7));
  }

  @Test
  void somethingElseIsRefused() {
    assertThatThrownBy(() -> Cpu.Stat.parse("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thisProcessHasUsedSome() {
    assertThat(Cpu.of(ProcessHandle.current().pid()).orElseThrow()).isPositive();
  }

  @Test
  void aProcessThatIsGoneHasNone() {
    assertThat(Cpu.of(Integer.MAX_VALUE)).isEmpty();
  }
}
