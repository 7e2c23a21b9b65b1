package org.warmhandoff.simulator.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lines four services know of one incident, merged by the time each was recorded. */
final class Walk {

  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter BUSINESS =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm:ss", Locale.ENGLISH);

  private final List<Line> lines = new ArrayList<>();

  /**
   * One thing one service knows.
   *
   * @param at business time
   * @param recordedAt wall clock
   * @param detail codes and ids, never personal data
   */
  record Line(Instant at, Instant recordedAt, String service, String what, String detail) {}

  void add(String service, JsonNode array) {
    for (JsonNode line : array) {
      lines.add(
          new Line(
              Instant.parse(line.path("at").asText()),
              Instant.parse(line.path("recordedAt").asText()),
              line.path("service").asText(service),
              line.path("what").asText(),
              detail(line.path("detail"))));
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** What happened, in the order it was recorded. */
  List<String> told(ZoneId zone) {
    return lines.stream()
        .sorted(Comparator.comparing(Line::recordedAt))
        .map(
            line ->
                "%s  %s  %-12s  %-28s %s"
                    .formatted(
                        WALL.withZone(zone).format(line.recordedAt()),
                        BUSINESS.withZone(zone).format(line.at()),
                        line.service(),
                        line.what(),
                        line.detail())
                    .stripTrailing())
        .toList();
  }

  private static String detail(JsonNode detail) {
    if (!detail.isObject()) {
      return detail.isMissingNode() || detail.isNull() ? "" : detail.asText();
    }
    List<String> parts = new ArrayList<>();
    detail
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (!value.isNull() && !value.asText(value.toString()).isEmpty()) {
                parts.add(entry.getKey() + "=" + (value.isValueNode() ? value.asText() : value));
              }
            });
    return String.join(" ", parts);
  }
}
