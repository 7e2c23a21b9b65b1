package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.intake.reading.Readings.EXAMPLE;
import static org.warmhandoff.incident.intake.reading.Readings.NOW;
import static org.warmhandoff.incident.intake.reading.Readings.OURS;
import static org.warmhandoff.incident.intake.reading.Readings.eido;
import static org.warmhandoff.incident.intake.reading.Readings.nothingPersonal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.console.problem.Problem;

/** What is told of a document is what the reader of posts would do with it. */
class ReadingAndPostTest {

  private static final int DOCUMENTS = 2_000;

  static Stream<Arguments> formats() throws IOException {
    return Stream.of(
        Arguments.of("ours", OURS, false),
        Arguments.of(
            "eido",
            Files.readString(EXAMPLE)
                .replace("Birch", "Kanarek")
                .replace("+15195550114", "555-0100"),
            true));
  }

  /**
   * One reader judges: what is told here is what a post would be answered, document by document.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void saysWhatAPostWouldBeAnswered(String format, String valid, boolean eido) {
    byte[] document = valid.getBytes(StandardCharsets.UTF_8);
    int taken = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] spoilt = new Mutator(new Random(i)).spoil(document);
      Problem refused = refused(spoilt, eido);
      Reading reading = eido ? Reading.ofEido(spoilt, NOW) : Reading.ofOurs(spoilt, NOW);
      assertThat(reading.taken()).as("document %d", i).isEqualTo(refused == null);
      if (refused == null) {
        taken++;
      } else {
        Problem first = reading.refusals().getFirst();
        assertThat(first.code() + first.pointer() + first.expected())
            .as("document %d", i)
            .isEqualTo(refused.code() + refused.pointer() + refused.expected());
      }
      nothingPersonal(reading);
    }
    assertThat(taken).isBetween(DOCUMENTS / 50, DOCUMENTS - DOCUMENTS / 50);
  }

  private static @Nullable Problem refused(byte[] document, boolean eido) {
    try {
      if (eido) {
        EidoReader.read(document, false, NOW);
      } else {
        ReportReader.read(document, false, NOW);
      }
      return null;
    } catch (Problem refused) {
      return refused;
    }
  }
}
