package org.warmhandoff.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a door answered. */
public record Answer(int status, @Nullable String retryAfter, String contentType, String body) {

  /** Whether it was done. */
  public boolean done() {
    return status >= 200 && status < 300;
  }

  /** Whether the same request may pass later: too many, unavailable, or a gateway between. */
  public boolean worthRetrying() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /** The body as JSON; a missing node where it is none. */
  public JsonNode json() {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return Door.JSON.readTree(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** An RFC 9457 problem in one line; it carries nothing of the request's content. */
  public String problem() {
    return problem(status, json());
  }

  /** A problem document in one line. */
  public static String problem(int status, JsonNode problem) {
    StringBuilder line = new StringBuilder().append(status);
    String type = problem.path("type").asText("");
    if (!type.isEmpty()) {
      line.append(' ').append(type.substring(type.lastIndexOf('/') + 1));
    }
    append(line, ": ", problem.path("title"));
    append(line, ", field ", problem.path("pointer"));
    append(line, ", expected ", problem.path("expected"));
    return line.toString();
  }

  private static void append(StringBuilder line, String lead, JsonNode text) {
    if (!text.asText("").isEmpty()) {
      line.append(lead).append(text.asText());
    }
  }
}
