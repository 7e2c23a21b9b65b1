package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;

class LinesTest {

  @Test
  void linesAreCountedAndEmptyOnesPassedOver() throws IOException {
    Lines lines = lines("one\n\r\n\ntwo\r\nthree", 10);
    Lines.Line one = Objects.requireNonNull(lines.next());
    Lines.Line two = Objects.requireNonNull(lines.next());
    Lines.Line three = Objects.requireNonNull(lines.next());
    assertThat(one.number()).isEqualTo(1);
    assertThat(two.number()).isEqualTo(4);
    assertThat(three.number()).isEqualTo(5);
    assertThat(new String(three.content(), StandardCharsets.UTF_8)).isEqualTo("three");
    assertThat(lines.next()).isNull();
  }

  @Test
  void aLineThatIsTooLongStopsNoneOfItsNeighbours() throws IOException {
    Lines lines = lines("x".repeat(11) + "\nshort\n", 10);
    Lines.Line tooLong = Objects.requireNonNull(lines.next());
    Problem problem = catchThrowableOfType(Problem.class, tooLong::content);
    assertThat(Objects.requireNonNull(problem).status()).isEqualTo(413);
    assertThat(Objects.requireNonNull(lines.next()).content()).hasSize(5);
  }

  private static Lines lines(String text, int longest) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
  }
}
