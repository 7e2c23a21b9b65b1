package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two JSON Schemas for those who send, or read, what they describe. */
final class Schemas {

  private static final List<String> UNCHANGED = List.of("format", "pattern", "const");
  private static final List<String> LOWEST = List.of("minimum", "minLength", "minItems");
  private static final List<String> HIGHEST = List.of("maximum", "maxLength", "maxItems");
  private static final List<String> CHOICES = List.of("allOf", "anyOf", "oneOf");

  private final JsonNode before;
  private final JsonNode now;
  private final Way way;
  private final Set<String> seen = new HashSet<>();
  private final List<String> breaks = new ArrayList<>();

  /** Who relies on it. */
  enum Way {
    /** A client sends it: what was taken must be taken. */
    REQUEST,
    /** A client reads it: what was there must be there. */
    ANSWER,
    /**
     * Kept for ever and read by every release: it grows by optional fields, and in no other way.
     */
    EVENT
  }

  Schemas(JsonNode before, JsonNode now, Way way) {
    this.before = before;
    this.now = now;
    this.way = way;
  }

  List<String> breaks(String at, JsonNode old, JsonNode kept) {
    compare(at, old, kept);
    return breaks;
  }

  private void compare(String at, JsonNode old, JsonNode kept) {
    JsonNode was = resolved(before, old);
    JsonNode is = resolved(now, kept);
    if (!seen.add(old + " " + kept)) {
      return;
    }
    types(at, was.path("type"), is.path("type"));
    values(at, was.path("enum"), is.path("enum"));
    for (String keyword : UNCHANGED) {
      if (!was.path(keyword).equals(is.path(keyword))
          && !(way == Way.REQUEST && is.path(keyword).isMissingNode())) {
        breaks.add(at + ": " + keyword + " changed");
      }
    }
    if (way != Way.ANSWER) {
      limits(at, was, is);
    }
    required(at, was, is);
    for (Map.Entry<String, JsonNode> property : was.path("properties").properties()) {
      String field = at + "/" + property.getKey();
      if (is.path("properties").has(property.getKey())) {
        compare(field, property.getValue(), is.path("properties").path(property.getKey()));
      } else {
        breaks.add(field + " was removed");
      }
    }
    for (String part : List.of("items", "additionalProperties")) {
      if (was.path(part).isObject()) {
        compare(at + "/" + part, was.path(part), is.path(part));
      }
    }
    for (String keyword : CHOICES) {
      if (was.path(keyword).size() != is.path(keyword).size()) {
        breaks.add(at + ": " + keyword + " has another number of choices");
      }
      for (int i = 0; i < Math.min(was.path(keyword).size(), is.path(keyword).size()); i++) {
        compare(at, was.path(keyword).path(i), is.path(keyword).path(i));
      }
    }
  }

  private void types(String at, JsonNode old, JsonNode kept) {
    Set<String> was = set(old);
    Set<String> is = set(kept);
    boolean fits =
        switch (way) {
          case REQUEST -> is.isEmpty() || (!was.isEmpty() && is.containsAll(was));
          case ANSWER -> was.isEmpty() || (!is.isEmpty() && was.containsAll(is));
          case EVENT -> was.equals(is);
        };
    if (!fits) {
      breaks.add(at + ": type changed from " + was + " to " + is);
    }
  }

  private void values(String at, JsonNode old, JsonNode kept) {
    Set<String> was = set(old);
    Set<String> is = set(kept);
    if (was.isEmpty() && is.isEmpty()) {
      return;
    }
    Set<String> gone = new TreeSet<>(was);
    gone.removeAll(is);
    Set<String> added = new TreeSet<>(is);
    added.removeAll(was);
    boolean fits =
        is.isEmpty() ? way == Way.REQUEST : gone.isEmpty() && (!was.isEmpty() || way == Way.ANSWER);
    if (!fits) {
      breaks.add(at + ": enum narrowed or changed in kind, without " + gone);
    }
    if (way == Way.EVENT && !added.isEmpty()) {
      breaks.add(at + ": enum widened by " + added + ", which an earlier release cannot read");
    }
  }

  private void limits(String at, JsonNode was, JsonNode is) {
    for (String keyword : LOWEST) {
      if (is.path(keyword).asDouble(Double.NEGATIVE_INFINITY)
          > was.path(keyword).asDouble(Double.NEGATIVE_INFINITY)) {
        breaks.add(at + ": " + keyword + " was raised");
      }
    }
    for (String keyword : HIGHEST) {
      if (is.path(keyword).asDouble(Double.POSITIVE_INFINITY)
          < was.path(keyword).asDouble(Double.POSITIVE_INFINITY)) {
        breaks.add(at + ": " + keyword + " was lowered");
      }
    }
  }

  private void required(String at, JsonNode was, JsonNode is) {
    Set<String> before = set(was.path("required"));
    Set<String> after = set(is.path("required"));
    for (String field : after) {
      if (way != Way.ANSWER && !before.contains(field)) {
        breaks.add(at + "/" + field + " is required now");
      }
    }
    for (String field : before) {
      if (way != Way.REQUEST && !after.contains(field) && is.path("properties").has(field)) {
        breaks.add(at + "/" + field + " may be absent now");
      }
    }
  }

  private static Set<String> set(JsonNode node) {
    return node.isTextual() ? Set.of(node.asText()) : new TreeSet<>(Compatibility.values(node));
  }

  static JsonNode resolved(JsonNode document, JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.startsWith("#/") ? resolved(document, document.at(ref.substring(1))) : schema;
  }
}
