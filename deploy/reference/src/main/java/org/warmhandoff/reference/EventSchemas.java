package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;

/**
 * The events' records as JSON Schema (draft 7, what AsyncAPI takes without a word). A component
 * that may be null is absent on the wire; a reader takes an explicit null as well.
 */
final class EventSchemas {

  private static final String PLACE = "#/components/schemas/";

  private final ObjectNode schemas;
  private final Sources sources;

  EventSchemas(ObjectNode schemas, Sources sources) {
    this.schemas = schemas;
    this.sources = sources;
  }

  /** A reference to the schema of a record or enum, which stands there afterwards. */
  ObjectNode refer(Class<?> type) {
    String name = name(type);
    if (!schemas.has(name)) {
      ObjectNode schema = schemas.putObject(name);
      Sources.Type said = said(type);
      if (!said.words().text().isEmpty()) {
        schema.put("description", said.words().text());
      }
      if (type.isEnum()) {
        describe(schema, type, said);
      } else {
        describe(schema, type.getRecordComponents(), said);
      }
    }
    return Json.ref(PLACE + name);
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null || Event.class.isAssignableFrom(type)
        ? type.getSimpleName()
        : outer.getSimpleName() + type.getSimpleName();
  }

  private Sources.Type said(Class<?> type) {
    return sources
        .type(type.getName())
        .orElseThrow(() -> new IllegalStateException("no source of " + type));
  }

  private static void describe(ObjectNode schema, Class<?> type, Sources.Type said) {
    schema.put("type", "string");
    ArrayNode values = schema.putArray("enum");
    StringBuilder meanings = new StringBuilder(schema.path("description").asText());
    for (Object constant : type.getEnumConstants()) {
      String value = ((Enum<?>) constant).name();
      values.add(value);
      String meaning = said.constants().getOrDefault(value, "");
      if (!meaning.isEmpty()) {
        meanings.append(" ").append(value).append(": ").append(meaning);
      }
    }
    schema.put("description", meanings.toString().strip());
  }

  private void describe(ObjectNode schema, RecordComponent[] components, Sources.Type said) {
    schema.put("type", "object");
    schema.set(
        "required",
        Json.array(
            Arrays.stream(components)
                .filter(component -> !mayBeAbsent(component))
                .map(RecordComponent::getName)
                .toList()));
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : components) {
      String words = said.words().parameters().getOrDefault(component.getName(), "");
      properties.set(
          component.getName(), property(component.getGenericType(), mayBeAbsent(component), words));
    }
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private ObjectNode property(Type type, boolean mayBeAbsent, String words) {
    ObjectNode plain = schema(type);
    ObjectNode property = plain;
    if (plain.has("$ref")) {
      // Beside a $ref, draft 7 reads nothing else.
      property = Json.object();
      if (mayBeAbsent) {
        property.set("oneOf", Json.array(plain, Json.object().put("type", "null")));
      } else if (words.isEmpty()) {
        return plain;
      } else {
        property.set("allOf", Json.array(plain));
      }
    } else if (mayBeAbsent) {
      plain.putArray("type").add(schema(type).path("type").asText()).add("null");
    }
    if (!words.isEmpty()) {
      property.put("description", words);
    }
    return property;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType list) {
      ObjectNode array = Json.object().put("type", "array");
      array.set("items", schema(list.getActualTypeArguments()[0]));
      return array;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == UUID.class) {
      return Json.object().put("type", "string").put("format", "uuid");
    }
    if (plain == Instant.class) {
      return Json.object().put("type", "string").put("format", "date-time");
    }
    if (plain == int.class) {
      return Json.object().put("type", "integer").put("format", "int32");
    }
    if (plain == boolean.class) {
      return Json.object().put("type", "boolean");
    }
    if (plain == String.class) {
      return Json.object().put("type", "string");
    }
    return refer(plain);
  }
}
