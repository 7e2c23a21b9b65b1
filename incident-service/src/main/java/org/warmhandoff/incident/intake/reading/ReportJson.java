package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Personal;

/**
 * JSON as sources send it: bounded in depth and in the length of numbers, no key twice, nothing
 * behind the end. An error never repeats what stood there.
 */
public final class ReportJson {

  private static final int DEEPEST = 40;
  private static final int LONGEST_NUMBER = 60;

  /** What a list and an event put around a report. */
  private static final int ENVELOPE = 3;

  private static final ObjectMapper JSON = reading(DEEPEST, LONGEST_NUMBER);
  private static final ObjectMapper LIST = reading(DEEPEST + ENVELOPE, LONGEST_NUMBER);

  /** For what was read once and written by us: it may have grown by what stands around it. */
  private static final ObjectMapper OWN = reading(2 * DEEPEST, 10 * LONGEST_NUMBER);

  private ReportJson() {}

  private static ObjectMapper reading(int deepest, int longestNumber) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(longestNumber)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
  }

  /**
   * Reads a body.
   *
   * @throws Problem 400 where it is empty or no JSON
   */
  static JsonNode parse(byte[] body) {
    return parse(JSON, body);
  }

  private static JsonNode parse(ObjectMapper mapper, byte[] body) {
    try {
      JsonNode tree = mapper.readTree(body);
      if (tree == null || tree.isMissingNode()) {
        throw Problem.unreadable("unreadable", "The body is empty.").expected("a JSON object");
      }
      return tree;
    } catch (IOException | NumberFormatException notJson) {
      throw Problem.unreadable("unreadable", "The body is not JSON.")
          .expected("one JSON object in UTF-8 without duplicate keys");
    }
  }

  /**
   * The elements of a list, each as JSON by itself.
   *
   * @throws Problem 400 where the body is no JSON, 422 where it is no list or too long a one
   */
  public static List<byte[]> list(byte[] body, int most) {
    JsonNode tree = parse(LIST, body);
    if (!tree.isArray()) {
      throw Problem.wrong("wrong-kind", "This must be a list.").expected("a JSON array");
    }
    if (tree.size() > most) {
      throw Problem.wrong("too-many", "This list is too long.").expected("at most " + most);
    }
    List<byte[]> elements = new ArrayList<>();
    tree.forEach(element -> elements.add(element.toString().getBytes(StandardCharsets.UTF_8)));
    return elements;
  }

  /**
   * Where a reader stopped.
   *
   * @param line counted from 1
   * @param column counted from 1
   * @param twice whether it stopped at a key that stands twice in one object
   */
  public record Stop(int line, int column, boolean twice) {}

  /** Where a body stops being JSON, or null where it does not or nobody can say. */
  static @Nullable Stop stoppedAt(byte[] body) {
    try {
      JSON.readTree(body);
      return null;
    } catch (JsonProcessingException notJson) {
      JsonLocation at = notJson.getLocation();
      // The parser has no kind of its own for it, only these words.
      boolean twice = notJson.getOriginalMessage().startsWith("Duplicate field");
      return at == null ? null : new Stop(at.getLineNr(), at.getColumnNr(), twice);
    } catch (IOException | NumberFormatException notJson) {
      return null;
    }
  }

  /** JSON within a text field of a report, or null where the text is none. */
  static @Nullable JsonNode parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree == null || tree.isMissingNode() ? null : tree;
    } catch (JsonProcessingException | NumberFormatException notJson) {
      return null;
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** In one fixed order of keys, so that equal content is equal text. */
  static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that was read could not be written");
    }
  }

  /**
   * What is said of the incident itself and is in no event; what is said of a person stands in that
   * one's file.
   */
  static @Nullable Personal kept(@Nullable String note, @Nullable ObjectNode unknown) {
    if (note == null && unknown == null) {
      return null;
    }
    ObjectNode kept = JSON.createObjectNode();
    if (note != null) {
      kept.put("note", note);
    }
    if (unknown != null) {
      kept.set("unknown", unknown);
    }
    return Personal.of(write(kept));
  }

  /** The same and the codes nobody knows, in the source's own words. */
  public static Personal keptWith(@Nullable Personal kept, Map<String, String> unknownCodes) {
    try {
      ObjectNode all =
          kept == null ? JSON.createObjectNode() : (ObjectNode) OWN.readTree(kept.reveal());
      ObjectNode codes = all.putObject("unknownCodes");
      unknownCodes.forEach(codes::put);
      return Personal.of(write(all));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written as JSON could not be read");
    }
  }
}
