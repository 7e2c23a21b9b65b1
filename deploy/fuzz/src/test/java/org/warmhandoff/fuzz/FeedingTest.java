package org.warmhandoff.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jazzer itself, for so many runs. */
class FeedingTest {

  @TempDir private Path home;

  @Test
  void aFaultIsFoundAndItsInputKept() throws Exception {
    List<String> told = new ArrayList<>();
    Feeding feeding =
        new Feeding(Planted.class.getName(), "planted", home.resolve("none"), home.resolve("run"));
    Outcome outcome = feeding.run(List.of("-runs=200000", "-seed=1"), told::add);
    assertThat(outcome.clean()).isFalse();
    assertThat(outcome.findings()).singleElement().asString().contains("NumberFormatException");
    assertThat(told).anyMatch(line -> line.contains("FOUND"));
    try (Stream<Path> kept = Files.list(home.resolve("run/findings"))) {
      assertThat(kept.map(Path::getFileName).map(String::valueOf))
          .anyMatch(name -> name.startsWith("crash-"));
    }
  }

  @Test
  void aReaderThatKeepsItsPromisesIsCleanAndItsCorpusGrows() throws Exception {
    Feeding feeding =
        new Feeding(
            Driver.class.getName(),
            Target.REPORT.code(),
            Path.of("src/test/resources/seeds/report").toAbsolutePath(),
            home.resolve("run"));
    Outcome outcome = feeding.run(List.of("-runs=500", "-seed=1"), line -> {});
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.clean()).isTrue();
    assertThat(outcome.runs()).isGreaterThanOrEqualTo(500);
    assertThat(outcome.coverage()).isPositive();
    assertThat(home.resolve("run/corpus")).isNotEmptyDirectory();
  }

  @Test
  void aProcessThatEndsBeforeItReadAnythingIsNotClean() throws Exception {
    Feeding feeding =
        new Feeding("no.such.Class", "none", home.resolve("none"), home.resolve("run"));
    Outcome outcome = feeding.run(List.of("-runs=10"), line -> {});
    assertThat(outcome.clean()).isFalse();
    assertThat(outcome.toString()).contains("did not run to its end");
  }
}
