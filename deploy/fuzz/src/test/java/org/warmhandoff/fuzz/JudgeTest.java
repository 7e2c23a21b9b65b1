package org.warmhandoff.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;

/** The judge sees each of the things it is there for. */
class JudgeTest {

  private static final byte[] INPUT = bytes("{\"note\":\"Canary Kanarek\",\"personComponent\":1}");

  @Test
  void whatIsRefusedInFixedWordsIsWell() {
    assertThatCode(
            () ->
                Judge.hold(
                    INPUT,
                    (input, answer) -> {
                      throw Problem.wrong("wrong-kind", "This must be a list.")
                          .at("/personComponent")
                          .expected("a JSON array");
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  void aRefusalThatRepeatsTheInputIsABreach() {
    assertThatThrownBy(
            () ->
                Judge.hold(
                    INPUT,
                    (input, answer) -> {
                      throw Problem.wrong("wrong", "This is wrong.").expected("not Canary Kanarek");
                    }))
        .isInstanceOf(Breach.class);
  }

  @Test
  void whatCameOutOfTheInputIsNotRepeatedEither() {
    assertThatThrownBy(
            () ->
                Judge.hold(
                    new byte[] {1},
                    (input, answer) -> {
                      answer.opened(INPUT);
                      answer.says("row of Canary Kanarek");
                    }))
        .isInstanceOf(Breach.class);
    assertThatThrownBy(
            () ->
                Judge.hold(
                    "Canary Kanarek".getBytes(StandardCharsets.UTF_16BE),
                    (input, answer) -> answer.says("Canary Kanarek")))
        .isInstanceOf(Breach.class);
  }

  @Test
  void aPlaceThatIsToldByContentIsABreach() {
    assertThatCode(
            () -> Judge.hold(INPUT, (input, answer) -> answer.shows("/persons/*/hairColour")))
        .doesNotThrowAnyException();
    for (String place : List.of("/persons/0/Canary Kanarek", "/5195550100a", "/")) {
      assertThatThrownBy(() -> Judge.hold(INPUT, (input, answer) -> answer.shows(place)))
          .isInstanceOf(Breach.class);
    }
  }

  @Test
  void aFaultOfOursIsABreach() {
    assertThatThrownBy(
            () ->
                Judge.hold(
                    INPUT,
                    (input, answer) -> {
                      throw Problem.unavailable("fault", "Not now.", Duration.ofSeconds(1));
                    }))
        .isInstanceOf(Breach.class);
  }

  @Test
  void whateverElseIsThrownComesThrough() {
    assertThatThrownBy(
            () ->
                Judge.hold(
                    INPUT,
                    (input, answer) -> {
                      throw new NumberFormatException();
                    }))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void workBeyondWhatTheLengthAllowsIsABreach() {
    List<byte[]> held = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Judge.hold(
                    INPUT,
                    (input, answer) -> {
                      for (int i = 0; i < 100; i++) {
                        held.clear();
                        held.add(new byte[1024 * 1024]);
                      }
                    }))
        .isInstanceOf(Breach.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
