package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.incident.RiskScreen.Answer;
import org.warmhandoff.incident.RiskScreen.BSafer;
import org.warmhandoff.incident.RiskScreen.Band;
import org.warmhandoff.incident.RiskScreen.Cuts;
import org.warmhandoff.incident.RiskScreen.Dash;
import org.warmhandoff.incident.RiskScreen.Ground;
import org.warmhandoff.incident.RiskScreen.Lethality;
import org.warmhandoff.incident.RiskScreen.Odara;
import org.warmhandoff.incident.RiskScreen.Result;

/** Golden vectors: y is yes, n is no, - was not answered. */
class RiskScreenTest {

  @ParameterizedTest
  @CsvSource({
    // Any one of the first three is enough.
    "ynnnnnnnnnn, false, HIGH, SCORE, 0",
    "nynnnnnnnnn, false, HIGH, SCORE, 0",
    "nnynnnnnnnn, false, HIGH, SCORE, 0",
    "--y--------, false, HIGH, SCORE, 10",
    // Four of the other eight are, three are not.
    "nnnyyyynnnn, false, HIGH, SCORE, 0",
    "nnnnnnnyyyy, false, HIGH, SCORE, 0",
    "---y-y-y-y-, false, HIGH, SCORE, 7",
    "nnnyyynnnnn, false, USUAL, SCORE, 0",
    "nnnnnnnnyyy, false, USUAL, SCORE, 0",
    "nnnyyy-----, false, USUAL, SCORE, 5",
    // The officer may believe what the answers do not say, and cannot believe it away.
    "nnnyyynnnnn, true, HIGH, JUDGEMENT, 0",
    "-----------, true, HIGH, JUDGEMENT, 11",
    "yyynnnnnnnn, true, HIGH, SCORE, 0",
    // Silence is no no.
    "nnnnnnnnnnn, false, USUAL, SCORE, 0",
    "-----------, false, USUAL, UNANSWERED, 11",
    "n----------, false, USUAL, SCORE, 10"
  })
  void lethality(String answers, boolean believed, Band band, Ground ground, int unanswered) {
    assertThat(new Lethality(answers(answers), believed).result())
        .isEqualTo(new Result(band, ground, null, unanswered));
  }

  @ParameterizedTest
  @CsvSource({
    "yn, nnnnnnnnnnnnn, SCORE, 0, 0",
    "yn, ynnnnnnnnnnnn, SCORE, 1, 0",
    "yy, yyyyyyyyyyyyy, SCORE, 13, 0",
    "ny, nnnnnnnnnnnny, SCORE, 1, 0",
    "-y, nnnnnnnnnnnny, SCORE, 1, 0",
    // What nobody could answer adds nothing and is counted as such: no number is made up for it.
    "yn, y-y-y-nnnnnnn, SCORE, 3, 3",
    "yn, yyyyyyyyyyyy-, SCORE, 12, 1",
    // Neither contact nor an armed threat: the tool says nothing of this incident.
    "nn, yyyyyyyyyyyyy, NOT_INCLUDED, , 0",
    // Nobody said whether there was: neither does it.
    "--, yyyyyyyyyyyyy, INCLUSION_UNANSWERED, , 0",
    "n-, yyyyyyyyyyyyy, INCLUSION_UNANSWERED, , 0",
    "yn, -------------, UNANSWERED, , 13"
  })
  void odara(
      String inclusion, String items, Ground ground, @Nullable Integer score, int unanswered) {
    assertThat(new Odara(answers(inclusion), answers(items), Cuts.NONE).result())
        .isEqualTo(new Result(Band.USUAL, ground, score, unanswered));
  }

  @ParameterizedTest
  @CsvSource({
    "yyynnnnnnnnnn, USUAL",
    "yyyynnnnnnnnn, RAISED",
    "yyyyyynnnnnnn, RAISED",
    "yyyyyyynnnnnn, HIGH"
  })
  void odaraHurriesOnlyFromWhereTheInstallationSettledIt(String items, Band band) {
    Odara odara = new Odara(answers("yn"), answers(items), new Cuts(4, 7));
    assertThat(odara.result().band()).isEqualTo(band);
    Odara notIncluded = new Odara(answers("nn"), answers(items), new Cuts(0, 0));
    assertThat(notIncluded.result().band()).isEqualTo(Band.USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, USUAL, USUAL, SCORE, 0",
    "1, 0, USUAL, USUAL, SCORE, 1",
    "9, 0, USUAL, USUAL, SCORE, 9",
    "10, 0, USUAL, RAISED, SCORE, 10",
    "13, 11, USUAL, RAISED, SCORE, 13",
    "14, 0, USUAL, HIGH, SCORE, 14",
    "24, 0, USUAL, HIGH, SCORE, 24",
    "3, 0, RAISED, RAISED, JUDGEMENT, 3",
    "3, 0, HIGH, HIGH, JUDGEMENT, 3",
    "13, 0, HIGH, HIGH, JUDGEMENT, 13",
    // A judgement cannot take away what the number says.
    "14, 0, RAISED, HIGH, SCORE, 14",
    "10, 0, RAISED, RAISED, SCORE, 10",
    "0, 24, USUAL, USUAL, UNANSWERED, ",
    "0, 24, HIGH, HIGH, JUDGEMENT, 0"
  })
  void dash(int yes, int silent, Band judged, Band band, Ground ground, @Nullable Integer score) {
    assertThat(new Dash(yes, silent, judged).result())
        .isEqualTo(new Result(band, ground, score, silent));
  }

  @ParameterizedTest
  @EnumSource(Band.class)
  void bSaferIsWhatItsAssessorJudgesAndHasNoNumber(Band judged) {
    assertThat(new BSafer(judged).result())
        .isEqualTo(new Result(judged, Ground.JUDGEMENT, null, 0));
  }

  @Test
  void oneMoreYesNeverLowersAnything() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random chance = new Random(seed);
      boolean believed = chance.nextBoolean();
      List<Answer> eleven = random(chance, 11);
      assertThat(new Lethality(oneMore(chance, eleven), believed).result().band())
          .isGreaterThanOrEqualTo(new Lethality(eleven, believed).result().band());
      Cuts cuts = new Cuts(chance.nextInt(14), chance.nextInt(14));
      List<Answer> inclusion = random(chance, 2);
      List<Answer> thirteen = random(chance, 13);
      Band before = new Odara(inclusion, thirteen, cuts).result().band();
      assertThat(new Odara(inclusion, oneMore(chance, thirteen), cuts).result().band())
          .isGreaterThanOrEqualTo(before);
      assertThat(new Odara(oneMore(chance, inclusion), thirteen, cuts).result().band())
          .isGreaterThanOrEqualTo(before);
      int yes = chance.nextInt(24);
      Band judged = Band.values()[chance.nextInt(3)];
      assertThat(new Dash(yes + 1, 0, judged).result().band())
          .isGreaterThanOrEqualTo(new Dash(yes, 0, judged).result().band())
          .isGreaterThanOrEqualTo(judged);
    }
  }

  @Test
  void aFormWithAnotherNumberOfAnswersIsNone() {
    assertThatThrownBy(() -> new Lethality(answers("yn"), false)).hasMessage("exactly 11 answers");
    assertThatThrownBy(() -> new Odara(answers("yn"), answers("yn"), Cuts.NONE))
        .hasMessage("exactly 13 answers");
    assertThatThrownBy(() -> new Odara(answers("y"), answers("nnnnnnnnnnnnn"), Cuts.NONE))
        .hasMessageContaining("inclusion");
    assertThatThrownBy(() -> new Dash(25, 0, Band.USUAL)).hasMessageContaining("24");
    assertThatThrownBy(() -> new Dash(20, 5, Band.USUAL)).hasMessageContaining("24");
    assertThatThrownBy(() -> new Dash(-1, 0, Band.USUAL)).hasMessageContaining("24");
  }

  @Test
  void theRegistryShipsCodesAndNoWording() {
    for (RiskTool tool : RiskTool.values()) {
      assertThat(RiskTool.of(tool.code())).contains(tool);
      assertThat(tool.items()).allMatch(code -> code.matches("item-[0-9]+"));
      assertThat(tool.inclusion()).allMatch(code -> code.matches("inclusion-[0-9]+"));
    }
    assertThat(RiskTool.LETHALITY.items()).hasSize(11);
    assertThat(RiskTool.ODARA.items()).hasSize(13);
    assertThat(RiskTool.B_SAFER.who()).isEqualTo(RiskTool.Who.NAMED_ASSESSOR);
    assertThat(RiskTool.of("guesswork")).isEmpty();
  }

  private static List<Answer> random(Random chance, int count) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(Answer.values()[chance.nextInt(3)]);
    }
    return answers;
  }

  private static List<Answer> oneMore(Random chance, List<Answer> answers) {
    List<Answer> more = new ArrayList<>(answers);
    more.set(chance.nextInt(more.size()), Answer.YES);
    return more;
  }

  private static List<Answer> answers(String letters) {
    return letters
        .chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case 'y' -> Answer.YES;
                  case 'n' -> Answer.NO;
                  default -> Answer.NOT_ANSWERED;
                })
        .toList();
  }
}
