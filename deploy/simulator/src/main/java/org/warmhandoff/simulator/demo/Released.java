package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;

/** What the analytics service answers an analyst about one closed release. */
final class Released {

  private static final String API = "/analytics/api/v1/";
  private static final int MOST_DAYS = 4;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int MOST_LOOKS = 1200;

  private final Map<String, JsonNode> figures = new HashMap<>();
  private final String name;
  private long threshold;

  private Released(String name) {
    this.name = name;
  }

  /** A figure as it is shown. */
  sealed interface Shown {
    /** A count that may be seen. */
    record Count(long value) implements Shown {}

    /** There is one, and it is hidden. */
    record Hidden() implements Shown {}

    /** The service has no such figure. */
    record None() implements Shown {}
  }

  /**
   * Has a release closed that holds everything until now, and reads it as analyst. The service
   * closes one a day by itself, and never two within a day: where that one came first, time passes.
   */
  static Released close(Play play, Consumer<Duration> passes) {
    Instant everything = play.now();
    for (int day = 0; day < MOST_DAYS; day++) {
      Answer closed = close(play);
      for (JsonNode release : play.reads(Caller.operator(), API + "releases")) {
        if (!Instant.parse(release.path("closedAt").asText()).isBefore(everything)) {
          return read(play, release.path("number").asText());
        }
      }
      if (!closed.done() && closed.status() != 409) {
        play.surprise("no release was closed: " + closed.problem());
      }
      passes.accept(Duration.ofHours(25));
    }
    throw new Unreachable("no release was closed in " + MOST_DAYS + " days");
  }

  /**
   * Asks for a release. The daily one may be closing in this moment, and to move time meanwhile
   * would only let the next one begin: it is waited for.
   */
  private static Answer close(Play play) {
    Answer answer = play.tries(Caller.operator(), API + "releases", Play.object());
    for (int look = 0; isClosing(answer) && look < MOST_LOOKS; look++) {
      Pause.REAL.waits(LOOK);
      answer = play.tries(Caller.operator(), API + "releases", Play.object());
    }
    return answer;
  }

  private static boolean isClosing(Answer answer) {
    return answer.status() == 409
        && answer.json().path("type").asText("").endsWith("/release-closing");
  }

  private static Released read(Play play, String number) {
    Released released = new Released(number);
    Caller analyst = Caller.person("analyst");
    for (String measure : List.of("connected-share", "outcome-mix", "referral-funnel")) {
      JsonNode answer = play.reads(analyst, API + "measures/" + measure + "?release=" + number);
      released.threshold = Math.max(released.threshold, answer.path("threshold").asLong());
      for (JsonNode figure : answer.path("total").path("figures")) {
        released.figures.put(measure + " " + figure.path("code").asText(), figure);
      }
    }
    return released;
  }

  /** The smallest number that is shown. */
  long threshold() {
    return threshold;
  }

  String name() {
    return name;
  }

  /**
   * A figure of a measure.
   *
   * @param part count, numerator or denominator
   */
  Shown of(String measure, String code, String part) {
    @Nullable JsonNode figure = figures.get(measure + " " + code);
    if (figure == null) {
      return new Shown.None();
    }
    return figure.path("hidden").asBoolean()
        ? new Shown.Hidden()
        : new Shown.Count(figure.path(part).asLong());
  }
}
