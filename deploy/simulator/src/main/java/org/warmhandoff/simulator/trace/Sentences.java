package org.warmhandoff.simulator.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reasons of one incident as lines: decision by decision, program by program. */
final class Sentences {

  private static final DateTimeFormatter BUSINESS =
      DateTimeFormatter.ofPattern("EEE dd MMM yyyy HH:mm:ss VV", Locale.ENGLISH);

  private Sentences() {}

  /**
   * Lays them out.
   *
   * @param shown zone of the times; null for the incident's own
   */
  static List<String> of(JsonNode decisions, @Nullable ZoneId shown) {
    List<String> lines = new ArrayList<>();
    for (JsonNode decision : decisions) {
      ZoneId zone = shown == null ? ZoneId.of(decision.path("zone").asText("UTC")) : shown;
      String search = decision.path("assignment").asText("");
      lines.add("");
      lines.add(
          BUSINESS.format(Instant.parse(decision.path("at").asText()).atZone(zone))
              + (decision.path("assignment").isTextual()
                  ? ", the search of assignment " + search
                  : ", every program weighed"));
      for (JsonNode program : decision.path("programs")) {
        lines.add(
            "  %s (version %d): %s; %s."
                .formatted(
                    program.path("program").asText(),
                    program.path("version").asInt(),
                    program.path("eligible").asText(),
                    program.path("start").asText()));
        for (JsonNode worker : program.path("workers")) {
          List<String> staff = new ArrayList<>();
          worker.path("staff").forEach(id -> staff.add(id.asText()));
          lines.add(
              "    %s: %s.".formatted(String.join(" + ", staff), worker.path("reason").asText()));
        }
      }
      for (JsonNode step : decision.path("steps")) {
        lines.add("  → " + step.asText() + ".");
      }
    }
    return lines;
  }
}
