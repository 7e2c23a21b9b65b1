package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.analytics.Answers.WEEK;
import static org.warmhandoff.analytics.Answers.figure;
import static org.warmhandoff.analytics.Answers.row;
import static org.warmhandoff.analytics.Answers.victims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;
import org.warmhandoff.analytics.Suppression.Row;

/** An analyst who belongs to one police service. */
class ScopeTest {

  @Test
  void readsOfNoOther() {
    Cube cube = new Cube();
    victims(cube, new Atom(WEEK, "alder", "car", "on-site"), 40, 50);
    victims(cube, new Atom(WEEK, "beech", "car", "on-site"), 30, 20);
    victims(cube, new Atom(WEEK, "beech", "phone", "virtual"), 30, 20);
    Published answer = ask("alder", By.PROGRAM, cube);
    assertEquals("alder", answer.getFilters().policeService());
    assertEquals(List.of("car"), answer.getRows().stream().map(Row::group).toList());
    assertEquals(40L, figure(answer.getTotal(), "connected").numerator());
    assertEquals(90L, figure(answer.getTotal(), "connected").denominator());
    assertEquals(
        List.of("alder"),
        ask("alder", By.POLICE_SERVICE, cube).getRows().stream().map(Row::group).toList());
  }

  @Test
  void isHiddenWhatIsSmallInHers() {
    Cube cube = new Cube();
    victims(cube, new Atom(WEEK, "alder", "car", "on-site"), 4, 50);
    victims(cube, new Atom(WEEK, "beech", "car", "on-site"), 30, 20);
    assertTrue(figure(ask("alder", By.NONE, cube).getTotal(), "connected").hidden());
    assertFalse(figure(ask(null, By.NONE, cube).getTotal(), "connected").hidden());
  }

  @Test
  void isHiddenWhatWouldLeaveASmallNumberOfTheWhole() {
    // A report prints the whole car program, 45 of 95 connected: less alder's 40, beech has 5.
    Cube cube = new Cube();
    victims(cube, new Atom(WEEK, "alder", "car", "on-site"), 40, 30);
    victims(cube, new Atom(WEEK, "alder", "phone", "virtual"), 40, 30);
    victims(cube, new Atom(WEEK, "beech", "car", "on-site"), 5, 20);
    victims(cube, new Atom(WEEK, "beech", "phone", "virtual"), 30, 20);
    Published answer = ask("alder", By.PROGRAM, cube);
    assertTrue(figure(row(answer, "car"), "connected").hidden());
  }

  @Test
  void aServiceNobodyHeardOfHasNothing() {
    Cube cube = new Cube();
    victims(cube, new Atom(WEEK, "alder", "car", "on-site"), 40, 30);
    Published answer = ask("", By.PROGRAM, cube);
    assertEquals(List.of(), answer.getRows());
    assertEquals(0L, figure(answer.getTotal(), "connected").denominator());
  }

  private static Published ask(@Nullable String policeService, By by, Cube cube) {
    return new Suppression(Answers.K)
        .publish(
            new Question(Measure.CONNECTED_SHARE, by, null, null, policeService),
            new ReleaseStamp(1, Instant.parse("2026-03-09T03:00:00Z")),
            cube);
  }
}
