package org.warmhandoff.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbookTest {

  @TempDir private Path folder;

  @Test
  void what_another_revision_did_is_not_taken_over() throws IOException {
    Path file = folder.resolve("book.jsonl");
    new Logbook(file, "before").write(entry("before", 7));

    assertThat(new Logbook(file, "now").entries()).isEmpty();
    assertThat(new Logbook(file, "before").entries()).extracting(Entry::seed).containsExactly(7L);
  }

  @Test
  void a_seed_that_failed_before_and_holds_now_stays_in_the_report() {
    Report report = new Report();
    report.failedBefore(entry("now", 7, "stored: lost"));
    report.add(entry("now", 7));

    assertThat(report.text()).contains("Seed 7, which held when it was run again", "stored: lost");
  }

  private static Entry entry(String revision, long seed, String... violations) {
    return new Entry(revision, seed, 1000, List.of(), List.of(), List.of(), List.of(violations));
  }
}
