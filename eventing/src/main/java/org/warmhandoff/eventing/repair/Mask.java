package org.warmhandoff.eventing.repair;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.eventing.inbox.Content;
import org.warmhandoff.eventing.inbox.SetAside;

/**
 * Shows what a record that could not be taken looks like, and nothing that could be about a person:
 * names of fields the contract knows, and of their values only ids, constants and yes or no where
 * the contract has such. Whatever else stands there shows as its kind.
 */
final class Mask {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int LONGEST_LIST = 50;
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> SOURCES =
      Set.of(
          "/" + Access.INCIDENT_SERVICE,
          "/" + Access.NOTIFICATION_SERVICE,
          "/" + Access.REFERRAL_SERVICE,
          "/" + Access.ANALYTICS_SERVICE);
  private static final Set<String> IDS =
      Set.of("ce_id", "ce_subject", "ce_partitionkey", "ce_correlationid", "ce_causationid");
  private static final Set<String> INSTANTS = Set.of("ce_time", "ce_recordedtime");
  private static final Map<String, Set<String>> CONSTANTS =
      Map.of(
          "ce_specversion", Set.of("1.0"),
          "ce_source", SOURCES,
          "ce_mode", Set.of("live", "history", "test"),
          "ce_dataclassification", Set.of("pseudonymous"),
          "content-type", Set.of("application/json"));
  private static final Set<String> CODES =
      Set.of("ce_policeservice", "ce_jurisdiction", "ce_dataref");

  /** What stands for the body of a record that was not opened. */
  static final JsonNode UNOPENED = JSON.textNode("<not opened>");

  /** No aggregate has changed a million times; a telephone number has more digits than that. */
  private static final long LARGEST_VERSION = 999_999;

  private Mask() {}

  /** A row without a version that could be something else. */
  static SetAside row(SetAside row) {
    Long version = row.version();
    return version == null || version <= LARGEST_VERSION ? row : row.withoutVersion();
  }

  /** The headers of ours; how many others there are. */
  static Map<String, String> headers(Content content) {
    Map<String, String> shown = new TreeMap<>();
    int others = 0;
    for (Map.Entry<String, String> header : content.headers().entrySet()) {
      String name = header.getKey();
      Optional<String> value = header(name, header.getValue());
      if (value.isPresent()) {
        shown.put(name, value.get());
      } else {
        others++;
      }
    }
    if (others > 0) {
      shown.put("others", "<" + others + ">");
    }
    return shown;
  }

  /** The wire name of its type, where it is one of the contract's. */
  static Optional<String> type(Content content) {
    return Optional.ofNullable(content.headers().get("ce_type"))
        .filter(type -> EventTypes.byName(type).isPresent());
  }

  /** The body's structure. */
  static JsonNode body(Content content) {
    byte[] body = content.body();
    if (body == null) {
      return JSON.textNode("<none>");
    }
    Class<? extends Event> type = type(content).flatMap(EventTypes::byName).orElse(null);
    try {
      return node(type, MAPPER.readTree(body));
    } catch (JacksonException e) {
      return JSON.textNode(
          "<no JSON: %d bytes, stops at byte %d>"
              .formatted(
                  body.length, e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
    } catch (IOException e) {
      return JSON.textNode("<no JSON: %d bytes>".formatted(body.length));
    }
  }

  private static Optional<String> header(String name, String value) {
    if (IDS.contains(name)) {
      return Optional.of(ID.matcher(value).matches() ? value : "<no id>");
    }
    if (INSTANTS.contains(name)) {
      return Optional.of(isInstant(value) ? "<instant>" : "<no instant>");
    }
    if (CONSTANTS.containsKey(name)) {
      return Optional.of(
          CONSTANTS.getOrDefault(name, Set.of()).contains(value) ? value : "<other>");
    }
    if (CODES.contains(name)) {
      return Optional.of("<code>");
    }
    return switch (name) {
      case "ce_type" ->
          Optional.of(EventTypes.byName(value).isPresent() ? value : "<unknown type>");
      case "ce_aggregateversion" ->
          Optional.of(value.matches("[0-9]{1,6}") ? value : "<no version>");
      default -> Optional.empty();
    };
  }

  private static JsonNode node(@Nullable Type expected, JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> JSON.nullNode();
      case OBJECT -> object(expected, value);
      case ARRAY -> list(expected, value);
      case BOOLEAN ->
          expected == boolean.class || expected == Boolean.class
              ? value
              : JSON.textNode("<yes or no>");
      case STRING -> text(expected, value.textValue());
      default -> JSON.textNode("<number>");
    };
  }

  private static JsonNode object(@Nullable Type expected, JsonNode value) {
    ObjectNode shown = JSON.objectNode();
    RecordComponent[] known =
        expected instanceof Class<?> type && type.isRecord()
            ? type.getRecordComponents()
            : new RecordComponent[0];
    int others = value.size();
    for (RecordComponent component : known) {
      JsonNode field = value.get(component.getName());
      if (field != null) {
        shown.set(component.getName(), node(component.getGenericType(), field));
        others--;
      } else {
        shown.put(component.getName(), "<missing>");
      }
    }
    if (others > 0) {
      shown.put("others", "<" + others + ">");
    }
    return shown;
  }

  private static JsonNode list(@Nullable Type expected, JsonNode value) {
    Type element =
        expected instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : null;
    ArrayNode shown = JSON.arrayNode();
    for (JsonNode one : value) {
      if (shown.size() == LONGEST_LIST) {
        shown.add("<%d more>".formatted(value.size() - LONGEST_LIST));
        break;
      }
      shown.add(node(element, one));
    }
    return shown;
  }

  private static JsonNode text(@Nullable Type expected, String value) {
    if (expected == java.util.UUID.class) {
      return JSON.textNode(ID.matcher(value).matches() ? value : "<text, no id>");
    }
    if (expected instanceof Class<?> type && type.isEnum()) {
      boolean constant =
          Arrays.stream(type.getEnumConstants()).anyMatch(one -> one.toString().equals(value));
      return JSON.textNode(constant ? value : "<text, no constant of the contract>");
    }
    if (expected == Instant.class) {
      return JSON.textNode(isInstant(value) ? "<instant>" : "<text, no instant>");
    }
    return JSON.textNode("<text>");
  }

  private static boolean isInstant(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
