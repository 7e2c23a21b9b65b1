package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.analytics.Answers.WEEK;
import static org.warmhandoff.analytics.Answers.ask;
import static org.warmhandoff.analytics.Answers.bytes;
import static org.warmhandoff.analytics.Answers.figure;
import static org.warmhandoff.analytics.Answers.row;
import static org.warmhandoff.analytics.Answers.victims;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.analytics.Measure.Leaf;
import org.warmhandoff.analytics.Measure.Stage;
import org.warmhandoff.analytics.Suppression.Published;

class SuppressionTest {

  @Test
  void tenIsShownAndZeroIsShown() {
    Cube cube = new Cube();
    victims(cube, "ash", 10, 10);
    victims(cube, "birch", 0, 40);
    Published answer = ask(Measure.CONNECTED_SHARE, By.PROGRAM, cube);
    assertEquals(10, figure(row(answer, "ash"), "connected").numerator());
    assertEquals(20, figure(row(answer, "ash"), "connected").denominator());
    assertEquals(0, figure(row(answer, "birch"), "connected").numerator());
    assertEquals(60, figure(answer.getTotal(), "connected").denominator());
  }

  @Test
  void nineHidesTheFigureItsNeighbourAndTheWhole() {
    Cube cube = new Cube();
    victims(cube, "ash", 9, 50);
    victims(cube, "birch", 60, 40);
    victims(cube, "cedar", 60, 40);
    victims(cube, "doum", 60, 40);
    Published answer = ask(Measure.CONNECTED_SHARE, By.PROGRAM, cube);
    assertTrue(figure(row(answer, "ash"), "connected").hidden());
    assertTrue(figure(row(answer, "birch"), "connected").hidden());
    assertFalse(figure(row(answer, "cedar"), "connected").hidden());
    assertTrue(figure(answer.getTotal(), "connected").hidden());
    assertNull(figure(row(answer, "ash"), "connected").denominator());
    assertNull(figure(row(answer, "ash"), "connected").percent());
    assertEquals(
        189L,
        figure(ask(Measure.CONNECTED_SHARE, By.NONE, cube).getTotal(), "connected").numerator(),
        "the whole is an answer of its own");
  }

  @Test
  void whatIsLeftOfTheWholeIsSmallToo() {
    Cube cube = new Cube();
    victims(cube, "ash", 97, 3);
    assertTrue(
        figure(ask(Measure.CONNECTED_SHARE, By.NONE, cube).getTotal(), "connected").hidden());
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void theAnswerIsTheSameBytesWhateverTheHiddenNumber(By by) {
    Set<String> answers = new HashSet<>();
    for (int hidden = 1; hidden <= 9; hidden++) {
      Cube cube = new Cube();
      boolean sumIsShown = by == By.NONE || by == By.MODE;
      victims(cube, "ash", hidden, 50);
      victims(cube, "birch", sumIsShown ? 60 - hidden : 60, 40);
      victims(cube, "cedar", 60, 40);
      victims(cube, "doum", 60, 40);
      answers.add(bytes(ask(Measure.CONNECTED_SHARE, by, cube)));
    }
    assertEquals(1, answers.size(), () -> "they differ: " + answers);
  }

  /**
   * Someone who knows the rules, the whole and every shown row learns nothing of which is which.
   */
  @ParameterizedTest
  @EnumSource(By.class)
  void whichOfTwoNeighboursIsTheSmallOneIsNotToBeSeen(By by) {
    Set<String> answers = new HashSet<>();
    for (int small = 1; small <= 10; small++) {
      Cube cube = new Cube();
      victims(cube, "ash", 60, 40);
      victims(cube, "birch", 60, 40);
      victims(cube, "cedar", small, 40);
      victims(cube, "doum", 11 - small, 40);
      answers.add(bytes(ask(Measure.CONNECTED_SHARE, by, cube)));
    }
    assertEquals(1, answers.size(), () -> "they differ: " + answers);
  }

  @Test
  void severalHiddenNumbersMayChangeTogether() {
    Set<String> answers = new HashSet<>();
    for (int one = 1; one <= 9; one++) {
      for (int other = 1; other <= 9; other++) {
        Cube cube = new Cube();
        outcomes(cube, "ash", 60 - one - other, one, other);
        outcomes(cube, "birch", 60 - other, other, 30);
        outcomes(cube, "cedar", 40, 30, 30);
        outcomes(cube, "doum", 40, 30, 30);
        answers.add(bytes(ask(Measure.OUTCOME_MIX, By.PROGRAM, cube)));
      }
    }
    assertEquals(1, answers.size());
  }

  @Test
  void aShownNumberDoesChangeTheBytes() {
    Cube cube = new Cube();
    victims(cube, "ash", 40, 50);
    Cube other = new Cube();
    victims(other, "ash", 41, 50);
    assertNotEquals(
        bytes(ask(Measure.CONNECTED_SHARE, By.NONE, cube)),
        bytes(ask(Measure.CONNECTED_SHARE, By.NONE, other)));
  }

  @Test
  void outcomesThatAddUpAreHiddenTogether() {
    Cube cube = new Cube();
    outcomes(cube, "ash", 177, 200, 3);
    Published answer = ask(Measure.OUTCOME_MIX, By.NONE, cube);
    for (String leaf : new String[] {Leaf.REFERRED, Leaf.ALREADY_SUPPORTED, Leaf.DECLINED}) {
      assertTrue(figure(answer.getTotal(), leaf).hidden(), leaf);
    }
    assertFalse(figure(answer.getTotal(), Leaf.UNREACHABLE).hidden());
  }

  @Test
  void whatWasLostBetweenTwoStepsIsHiddenAtTheLater() {
    Cube cube = new Cube();
    cube.at(new Atom(WEEK, "port", "ash", "on-site"))
        .count(Leaf.COMPLETED, 40)
        .count(Leaf.FIRST_CONTACT, 30)
        .count(Leaf.ACCEPTED, 4)
        .count(Leaf.REJECTED, 20);
    Published answer = ask(Measure.REFERRAL_FUNNEL, By.NONE, cube);
    assertEquals(94, figure(answer.getTotal(), "created").count());
    assertEquals(74, figure(answer.getTotal(), "accepted").numerator());
    assertTrue(figure(answer.getTotal(), "first-contact").hidden(), "74 less 70 is 4");
    assertTrue(figure(answer.getTotal(), "completed").hidden() || 70 - 40 >= 10);
    assertEquals(20, figure(answer.getTotal(), "rejected").count());
    assertEquals(0, figure(answer.getTotal(), "refused").count());
  }

  @Test
  void aPercentileOfFewIsHiddenAndOneOfNoneSaysNone() {
    Cube cube = new Cube();
    cube.at(new Atom(WEEK, "port", "ash", "on-site"))
        .duration(Stage.TRIGGER_TO_PAGE, 1, 5)
        .duration(Stage.TRIGGER_TO_PAGE, 3, 5)
        .duration(Stage.PAGE_TO_ACCEPT, 60, 9);
    Published answer = ask(Measure.LATENCY, By.NONE, cube);
    assertEquals(1, figure(answer.getTotal(), Stage.TRIGGER_TO_PAGE).p50());
    assertEquals(3, figure(answer.getTotal(), Stage.TRIGGER_TO_PAGE).p90());
    assertTrue(figure(answer.getTotal(), Stage.PAGE_TO_ACCEPT).hidden());
    assertEquals(0, figure(answer.getTotal(), Stage.ACCEPT_TO_ARRIVAL).count());
  }

  @Test
  void anotherDimensionDoesNotTellARow() {
    // Each program has a mode of its own: the table by mode is the table by program renamed, in
    // another order, so that other rows are neighbours.
    Cube cube = new Cube();
    victims(cube, new Atom(WEEK, "port", "ash", "virtual"), 4, 50);
    victims(cube, new Atom(WEEK, "port", "birch", "on-site"), 60, 40);
    victims(cube, new Atom(WEEK, "port", "cedar", "control-room"), 60, 40);
    victims(cube, new Atom(WEEK, "port", "doum", "outreach"), 60, 40);
    Published byMode = ask(Measure.CONNECTED_SHARE, By.MODE, cube);
    assertTrue(figure(row(byMode, "virtual"), "connected").hidden());
    assertTrue(
        figure(row(byMode, "on-site"), "connected").hidden(),
        "shown, it would be birch, and ash the rest of its block");
  }

  @Test
  void aWeekThatIsHiddenIsNotTheWholeLessTheOthers() {
    Cube cube = new Cube();
    for (int week = 0; week < 4; week++) {
      victims(
          cube, new Atom(WEEK.plusWeeks(week), "port", "ash", "on-site"), week == 1 ? 5 : 30, 40);
    }
    assertFalse(
        figure(ask(Measure.CONNECTED_SHARE, By.NONE, cube).getTotal(), "connected").hidden());
    int hidden = 0;
    for (int week = 0; week < 4; week++) {
      Published answer =
          ask(
              Measure.CONNECTED_SHARE,
              By.NONE,
              WEEK.plusWeeks(week),
              WEEK.plusWeeks(week + 1),
              cube);
      hidden += figure(answer.getTotal(), "connected").hidden() ? 1 : 0;
    }
    assertEquals(3, hidden, "the small one and the two newest");
    assertTrue(
        figure(
                ask(Measure.CONNECTED_SHARE, By.NONE, WEEK, WEEK.plusWeeks(4), cube).getTotal(),
                "connected")
            .hidden(),
        "a range is no more than its weeks");
  }

  private static void outcomes(
      Cube cube, String program, long referred, long already, long declined) {
    cube.at(new Atom(WEEK, "port-" + program, program, "on-site"))
        .count(Leaf.REFERRED, referred)
        .count(Leaf.ALREADY_SUPPORTED, already)
        .count(Leaf.DECLINED, declined)
        .count(Leaf.UNREACHABLE, 20)
        .count(Leaf.UNSAFE_TO_CONTACT, 12)
        .count(Leaf.NOT_OFFERED, 12)
        .count(Leaf.NO_OUTCOME, 0);
  }
}
