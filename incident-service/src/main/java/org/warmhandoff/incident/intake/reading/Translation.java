package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * A document of somebody else's format in the words of our own, and where in the document each of
 * them came from. One reader then judges every format by the same rules, and a refusal still names
 * the place in what was sent.
 */
final class Translation {

  private final ObjectNode report = ReportJson.object();
  private final Map<String, String> origins = new LinkedHashMap<>();

  ObjectNode report() {
    return report;
  }

  /** Each field of ours, as a JSON pointer, and where it came from. */
  Map<String, String> origins() {
    return origins;
  }

  /** Says one field of the report. */
  void says(String field, String value, String origin) {
    report.put(field, value);
    origins.put("/" + field, origin);
  }

  /** The same for a value of any kind, of the report or of a part of it. */
  void says(ObjectNode part, String pointer, String field, JsonNode value, String origin) {
    part.set(field, value);
    origins.put(pointer + "/" + field, origin);
  }

  /** Remembers where a part of the report came from. */
  void stands(String pointer, String origin) {
    origins.put(pointer, origin);
  }

  /** A refusal of the report, at the place in the document that led to it. */
  Problem located(Problem refused) {
    @Nullable String at = refused.pointer();
    while (at != null && !at.isEmpty()) {
      String origin = origins.get(at);
      if (origin != null) {
        return refused.at(origin);
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return refused;
  }
}
