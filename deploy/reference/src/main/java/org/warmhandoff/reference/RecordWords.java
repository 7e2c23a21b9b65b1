package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds to a schema what its record's source says: words, and which components may be absent. */
final class RecordWords {

  private RecordWords() {}

  /**
   * Dresses a schema.
   *
   * @return whether its record, or enum, was found
   */
  static boolean dress(String name, ObjectNode schema, Sources sources) {
    Optional<Sources.Type> found = find(name, schema, sources);
    found.ifPresent(type -> dress(schema, type));
    return found.isPresent();
  }

  /** The name may carry a number, where two types share it, or be another one than the record's. */
  private static Optional<Sources.Type> find(String name, ObjectNode schema, Sources sources) {
    List<Sources.Type> named =
        sources.named(name.replaceAll("[0-9]+$", "")).stream()
            .filter(type -> fits(schema, type))
            .toList();
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    List<Sources.Type> formed =
        sources.named(name + "Form").stream().filter(type -> fits(schema, type)).toList();
    return formed.size() == 1 ? Optional.of(formed.getFirst()) : Optional.empty();
  }

  private static boolean fits(ObjectNode schema, Sources.Type type) {
    Set<String> fields =
        new HashSet<>(
            schema.has("enum")
                ? Compatibility.values(schema.path("enum"))
                : Compatibility.names(schema.path("properties")));
    return !fields.isEmpty()
        && fields.equals(
            schema.has("enum") ? type.constants().keySet() : type.components().keySet());
  }

  private static void dress(ObjectNode schema, Sources.Type type) {
    StringBuilder words = new StringBuilder(type.words().text());
    type.constants()
        .forEach(
            (constant, meaning) -> {
              if (!meaning.isEmpty()) {
                words.append(" ").append(constant).append(": ").append(meaning);
              }
            });
    if (!words.isEmpty()) {
      schema.put("description", words.toString().strip());
    }
    if (schema.has("enum")) {
      return;
    }
    schema.set(
        "required",
        Json.array(
            type.components().entrySet().stream()
                .filter(component -> !component.getValue())
                .map(Map.Entry::getKey)
                .toList()));
    ObjectNode properties = (ObjectNode) schema.get("properties");
    type.components()
        .forEach(
            (component, mayBeAbsent) -> {
              ObjectNode property = (ObjectNode) properties.get(component);
              if (mayBeAbsent) {
                property = nullable(property);
                properties.set(component, property);
              }
              String said = type.words().parameters().getOrDefault(component, "");
              if (!said.isEmpty()) {
                property.put("description", said);
              }
            });
  }

  private static ObjectNode nullable(ObjectNode property) {
    ObjectNode orNull = property.deepCopy();
    JsonNode type = property.path("type");
    if (type.isTextual() && !property.has("enum")) {
      orNull.putArray("type").add(type.asText()).add("null");
      return orNull;
    }
    if (property.has("$ref") || property.has("enum")) {
      ObjectNode either = Json.object();
      either.set("anyOf", Json.array(orNull, Json.object().put("type", "null")));
      return either;
    }
    return orNull;
  }
}
