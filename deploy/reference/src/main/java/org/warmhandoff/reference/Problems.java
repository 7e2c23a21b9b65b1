package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The refusals every door knows, as problems (RFC 9457). */
final class Problems {

  private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

  static {
    REFUSALS.put("400", "Could not be read at all.");
    REFUSALS.put("401", "A valid token or key is needed.");
    REFUSALS.put("403", "Known, and not allowed.");
    REFUSALS.put("404", "Not there, or not the caller's to know of.");
    REFUSALS.put("409", "What is asked for does not fit what stands.");
    REFUSALS.put("410", "Was there, and must not be read any more.");
    REFUSALS.put("413", "Larger than this door takes.");
    REFUSALS.put("415", "A media type this door does not read.");
    REFUSALS.put("422", "Readable, and wrong: pointer says where, expected says what would do.");
    REFUSALS.put("429", "Too much at once; Retry-After says when to come back.");
    REFUSALS.put("503", "Cannot be done just now, nothing was changed; Retry-After says when.");
  }

  private Problems() {}

  static boolean knows(String status) {
    return REFUSALS.containsKey(status);
  }

  static String name(String status) {
    return "Problem" + status;
  }

  /** The responses, to be referred to by {@link #name}. */
  static ObjectNode responses() {
    ObjectNode responses = Json.object();
    REFUSALS.forEach(
        (status, words) -> {
          ObjectNode response = responses.putObject(name(status)).put("description", words);
          response
              .putObject("content")
              .putObject("application/problem+json")
              .set("schema", Json.ref("#/components/schemas/Problem"));
        });
    return responses;
  }

  static ObjectNode schema(Sources sources) {
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("type")
        .put("type", "string")
        .put("format", "uri")
        .put("description", "Stable; its last part is the code to act on.");
    properties
        .putObject("title")
        .put("type", "string")
        .put("description", "Fixed words; nothing of what was sent.");
    properties.putObject("status").put("type", "integer").put("format", "int32");
    properties.putObject("pointer").put("type", "string");
    properties.putObject("expected").put("type", "string");
    properties.putObject("instance").put("type", "string").put("format", "uri");
    if (!RecordWords.dress("ProblemBody", schema, sources)) {
      throw new IllegalStateException("a problem has other fields than are described here");
    }
    return schema;
  }
}
