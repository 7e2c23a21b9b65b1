package org.warmhandoff.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCountsTest {

  @Test
  void rowsArePerPostAndWhatIsWrittenBesideThemIsLeftOut() {
    RowCounts before = new RowCounts(Map.of("incident", 10L, "intake_tally", 0L));
    RowCounts after = new RowCounts(Map.of("incident", 110L, "person", 200L, "intake_tally", 9L));
    assertThat(after.perPost(before, 100)).isEqualTo(Map.of("incident", 1.0, "person", 2.0));
  }

  @Test
  void whoeverWritesLessOrMoreIsNamed() {
    Map<String, Double> ours = Map.of("incident", 1.0, "outbox", 3.0);
    Map<String, Double> other = Map.of("incident", 1.0, "outbox", 1.0, "person", 2.0);
    assertThat(RowCounts.differences(ours, ours)).isEmpty();
    assertThat(RowCounts.differences(ours, other))
        .containsExactly("outbox 3.00 and 1.00", "person 0.00 and 2.00");
    assertThat(RowCounts.more(other, ours)).containsExactly("person 2.00 and 0.00");
  }
}
