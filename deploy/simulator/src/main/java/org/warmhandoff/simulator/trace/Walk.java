package org.warmhandoff.simulator.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines four services know of one incident, merged by the time each was recorded. */
final class Walk {

  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter BUSINESS =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm:ss", Locale.ENGLISH);

  private static final String NAMESPACE = "org\\.warmhandoff\\.";
  private static final List<String> FIRST =
      List.of("type", "program", "fact", "eligibility", "start");
  private static final int LAST = 100;

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
              line.path("service").asText(service).replaceFirst("-service$", ""),
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
                "%s  %s  %-12s  %-12s %s"
                    .formatted(
                        WALL.withZone(zone).format(line.recordedAt()),
                        BUSINESS.withZone(zone).format(line.at()),
                        line.service(),
                        line.what(),
                        line.detail())
                    .stripTrailing())
        .toList();
  }

  /** What matters first, then codes by name, then how each worker was weighed. */
  private static String detail(JsonNode detail) {
    if (!detail.isObject()) {
      return detail.isMissingNode() || detail.isNull() ? "" : detail.asText();
    }
    List<String> parts = new ArrayList<>();
    detail.properties().stream()
        .sorted(Comparator.comparingInt(Walk::rank).thenComparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              String text = value.isValueNode() ? value.asText() : value.toString();
              if (!value.isNull() && !text.isEmpty()) {
                parts.add(entry.getKey() + "=" + text.replaceFirst("^" + NAMESPACE, ""));
              }
            });
    return String.join(" ", parts);
  }

  private static int rank(Map.Entry<String, JsonNode> entry) {
    int first = FIRST.indexOf(entry.getKey());
    boolean isId = entry.getKey().length() == 36;
    return first >= 0 ? first : isId ? LAST : FIRST.size();
  }
}
