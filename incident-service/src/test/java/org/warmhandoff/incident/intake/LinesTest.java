package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  @Test
  void aLineMayComeInPiecesAndBeAsLongAsOneMayBe() throws IOException {
    byte[] text = "0123456789\nabc\n0123456789\r\nlast".getBytes(StandardCharsets.UTF_8);
    for (int piece = 1; piece <= text.length; piece++) {
      Lines lines = new Lines(new Pieces(text, piece), 11);
      for (String line : List.of("0123456789", "abc", "0123456789\r", "last")) {
        byte[] content = Objects.requireNonNull(lines.next()).content();
        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(line);
      }
      assertThat(lines.next()).isNull();
    }
  }

  @Test
  void aLineMayBeLongerThanWhatIsReadAtOnce() throws IOException {
    String large = "x".repeat(200_000);
    Lines lines = lines(large + "\nshort\n", 200_000);
    assertThat(Objects.requireNonNull(lines.next()).content()).hasSize(200_000);
    assertThat(Objects.requireNonNull(lines.next()).content()).hasSize(5);
    Lines tooLong = lines(large + "\nshort\n", 199_999);
    assertThat(Objects.requireNonNull(tooLong.next()).tooLong()).isTrue();
    assertThat(Objects.requireNonNull(tooLong.next()).content()).hasSize(5);
  }

  /** As a slow connection gives it. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int piece;

    Pieces(byte[] text, int piece) {
      super(text);
      this.piece = piece;
    }

    @Override
    public synchronized int read(byte[] into, int from, int most) {
      return super.read(into, from, Math.min(most, piece));
    }
  }

  private static Lines lines(String text, int longest) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
  }
}
