package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
  private final Set<String> used = new HashSet<>();
  private final Map<String, Reading.Why> left = new LinkedHashMap<>();

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
    used.add(origin);
  }

  /** The same for a value of any kind, of the report or of a part of it. */
  void says(ObjectNode part, String pointer, String field, JsonNode value, String origin) {
    part.set(field, value);
    origins.put(pointer + "/" + field, origin);
    used.add(origin);
  }

  /** Remembers where a part of the report came from. */
  void stands(String pointer, String origin) {
    origins.put(pointer, origin);
  }

  /** Remembers a place that was looked at, although no field of ours is said to come from it. */
  void uses(String origin) {
    used.add(origin);
  }

  /** Remembers what was passed over within a place that was used. */
  void leaves(String origin, Reading.Why why) {
    left.put(origin, why);
  }

  /** Every place of the document that something was read from. */
  Set<String> used() {
    return used;
  }

  /** What was passed over within those. */
  Map<String, Reading.Why> left() {
    return left;
  }

  /** Where a field of ours came from: its own place, else the place of what it is a part of. */
  @Nullable String origin(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      String origin = origins.get(at);
      if (origin != null) {
        return origin;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return null;
  }

  /** A refusal of the report, at the place in the document that led to it. */
  Problem located(Problem refused) {
    String pointer = refused.pointer();
    String origin = pointer == null ? null : origin(pointer);
    return origin == null ? refused : refused.at(origin);
  }
}
