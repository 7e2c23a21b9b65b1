package org.warmhandoff.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;
import org.warmhandoff.analytics.Suppression.Row;
import org.warmhandoff.analytics.Suppression.Shown;

/** Short ways to make cubes, ask them and read what comes out. */
final class Answers {

  static final int K = 10;
  static final LocalDate WEEK = LocalDate.parse("2026-03-02");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final ReleaseStamp RELEASE =
      new ReleaseStamp(1, Instant.parse("2026-03-09T03:00:00Z"));

  private Answers() {}

  static Published ask(Measure measure, By by, Cube cube) {
    return ask(measure, by, null, null, cube);
  }

  static Published ask(
      Measure measure, By by, @Nullable LocalDate from, @Nullable LocalDate to, Cube cube) {
    return new Suppression(K).publish(new Question(measure, by, from, to, null), RELEASE, cube);
  }

  static String bytes(Published published) {
    try {
      return JSON.writeValueAsString(published);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Shown figure(Row row, String code) {
    return row.figures().stream()
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  static Row row(Published published, String group) {
    return published.getRows().stream()
        .filter(row -> row.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  /** One victim count of a program of its own mode and police service. */
  static void victims(Cube cube, String program, long connected, long notConnected) {
    victims(cube, new Atom(WEEK, "port-" + program, program, "on-site"), connected, notConnected);
  }

  static void victims(Cube cube, Atom atom, long connected, long notConnected) {
    cube.at(atom)
        .count(Measure.Leaf.CONNECTED, connected)
        .count(Measure.Leaf.NOT_CONNECTED, notConnected);
  }
}
