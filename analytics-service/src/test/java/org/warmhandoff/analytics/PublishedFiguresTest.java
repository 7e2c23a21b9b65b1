package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.warmhandoff.analytics.Answers.WEEK;
import static org.warmhandoff.analytics.Answers.ask;
import static org.warmhandoff.analytics.Answers.figure;
import static org.warmhandoff.analytics.Answers.row;
import static org.warmhandoff.analytics.Answers.victims;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.warmhandoff.analytics.Measure.Leaf;
import org.warmhandoff.analytics.Suppression.Published;

/** The programs' own published counts give back the programs' own published figures. */
class PublishedFiguresTest {

  @Test
  void clevelandReferredThirtyNinePerCent() {
    Cube cube = new Cube();
    // January to October 2018: 453 engaged, 177 referred; the split of the others is made up.
    engaged(cube, "cleveland-car", "second-response", 177, 120, 156);
    // From 30 September 2018: 125 engaged, 49 referred.
    engaged(cube, "cleveland-control", "control-room", 49, 40, 36);
    Published answer = ask(Measure.OUTCOME_MIX, By.PROGRAM, cube);
    assertEquals(453, figure(row(answer, "cleveland-car"), Leaf.REFERRED).denominator());
    assertEquals(
        new BigDecimal("39.1"), figure(row(answer, "cleveland-car"), Leaf.REFERRED).percent());
    assertEquals(125, figure(row(answer, "cleveland-control"), Leaf.REFERRED).denominator());
    assertEquals(
        new BigDecimal("39.2"), figure(row(answer, "cleveland-control"), Leaf.REFERRED).percent());
  }

  @Test
  void windsorConnectedThreeQuarters() {
    Cube cube = new Cube();
    victims(cube, "windsor-onscene", 75, 25);
    assertEquals(
        new BigDecimal("75.0"),
        figure(ask(Measure.CONNECTED_SHARE, By.NONE, cube).getTotal(), "connected").percent());
  }

  private static void engaged(
      Cube cube, String program, String mode, long referred, long already, long declined) {
    cube.at(new Atom(WEEK, "cleveland", program, mode))
        .count(Leaf.REFERRED, referred)
        .count(Leaf.ALREADY_SUPPORTED, already)
        .count(Leaf.DECLINED, declined);
  }
}
