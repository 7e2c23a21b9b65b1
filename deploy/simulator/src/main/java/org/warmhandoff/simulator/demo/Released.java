package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Caller;

/** What the analytics service answers an analyst about one closed release. */
final class Released {

  private static final String API = "/analytics/api/v1/";

  private final Map<String, JsonNode> figures = new HashMap<>();
  private final String name;

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

  /** Closes a release as administrator, and reads it as analyst. */
  static Released close(Play play) {
    JsonNode release = play.posts(Caller.operator(), API + "releases", Play.object()).json();
    String number = release.path("release").asText(release.path("number").asText());
    Released released = new Released(number);
    Caller analyst = Caller.person("analyst");
    for (String measure : new String[] {"connected-share", "outcome-mix", "referral-funnel"}) {
      JsonNode answer = play.reads(analyst, API + "measures/" + measure + "?release=" + number);
      for (JsonNode figure : answer.path("total").path("figures")) {
        released.figures.put(measure + " " + figure.path("code").asText(), figure);
      }
    }
    return released;
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
