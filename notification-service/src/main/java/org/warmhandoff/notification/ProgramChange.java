package org.warmhandoff.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One line of a program's history.
 *
 * @param version in force from then on; null where only a draft was changed
 * @param fields which fields differ from what was there before
 * @param by account that did it
 */
public record ProgramChange(
    What what, @Nullable Integer version, List<String> fields, Instant at, String by) {

  public ProgramChange {
    fields = List.copyOf(fields);
  }

  /** What was done. */
  public enum What {
    PUT,
    DRAFTED,
    PUBLISHED,
    DISCARDED
  }

  /** The fields two specifications differ in, by name; all that are set where there was none. */
  public static List<String> fields(@Nullable ProgramSpec before, ProgramSpec after) {
    JsonNode old = Json.MAPPER.valueToTree(before == null ? Map.of() : before);
    JsonNode fresh = Json.MAPPER.valueToTree(after);
    TreeSet<String> fields = new TreeSet<>();
    old.fieldNames().forEachRemaining(fields::add);
    fresh.fieldNames().forEachRemaining(fields::add);
    // a field that is absent and one that is null say the same
    fields.removeIf(field -> value(old, field).equals(value(fresh, field)));
    return List.copyOf(fields);
  }

  private static JsonNode value(JsonNode spec, String field) {
    return spec.hasNonNull(field) ? spec.get(field) : NullNode.getInstance();
  }
}
