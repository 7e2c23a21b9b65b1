package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a published document a client relied on and would not find any more. Each break is told
 * with where it is and why it is one; an empty list means the change is safe to publish.
 */
final class Compatibility {

  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final List<String> breaks = new ArrayList<>();
  private final JsonNode before;
  private final JsonNode now;

  private Compatibility(ObjectNode before, ObjectNode now) {
    this.before = before;
    this.now = now;
  }

  /** The breaks from one document to the next, both AsyncAPI or both OpenAPI. */
  static List<String> breaks(ObjectNode before, ObjectNode now) {
    Compatibility judged = new Compatibility(before, now);
    if (before.has("asyncapi")) {
      judged.topics();
    } else {
      judged.doors();
    }
    return judged.breaks;
  }

  private void topics() {
    for (Map.Entry<String, JsonNode> channel : before.path("channels").properties()) {
      String at = "topic " + channel.getValue().path("address").asText();
      JsonNode kept = now.path("channels").path(channel.getKey());
      if (kept.isMissingNode()) {
        breaks.add(at + " was removed");
        continue;
      }
      same(at + " address", channel.getValue().path("address"), kept.path("address"));
      same(
          at + " partitions",
          channel.getValue().at("/bindings/kafka/partitions"),
          kept.at("/bindings/kafka/partitions"));
      for (String message : names(channel.getValue().path("messages"))) {
        if (!kept.path("messages").has(message)) {
          breaks.add(at + ": " + message + " is told there no more");
        }
      }
    }
    for (Map.Entry<String, JsonNode> operation : before.path("operations").properties()) {
      if (!now.path("operations").has(operation.getKey())) {
        breaks.add(operation.getValue().path("title").asText() + ": was allowed, is no more");
      }
    }
    for (Map.Entry<String, JsonNode> message : before.at("/components/messages").properties()) {
      JsonNode kept = now.at("/components/messages").path(message.getKey());
      String at = "event " + message.getKey();
      if (kept.isMissingNode()) {
        breaks.add(at + " was removed");
        continue;
      }
      same(at + " name", message.getValue().path("name"), kept.path("name"));
      schema(at, message.getValue().path("payload"), kept.path("payload"), Schemas.Way.EVENT);
      schema(
          at + " headers",
          message.getValue().path("headers"),
          kept.path("headers"),
          Schemas.Way.ANSWER);
    }
  }

  private void doors() {
    for (Map.Entry<String, JsonNode> path : before.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> door : path.getValue().properties()) {
        if (VERBS.contains(door.getKey())) {
          String at = door.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
          JsonNode kept = now.path("paths").path(path.getKey()).path(door.getKey());
          if (kept.isMissingNode()) {
            breaks.add(at + " was removed");
          } else {
            door(at, door.getValue(), kept);
          }
        }
      }
    }
  }

  private void door(String at, JsonNode old, JsonNode kept) {
    for (JsonNode scheme : old.path("security")) {
      for (JsonNode role : scheme.path("bearer")) {
        if (!values(kept.at("/security/0/bearer")).contains(role.asText())) {
          breaks.add(at + ": role " + role.asText() + " is let in no more");
        }
      }
    }
    parameters(at, old.path("parameters"), kept.path("parameters"));
    JsonNode body = kept.path("requestBody");
    if (body.path("required").asBoolean()
        && !old.path("requestBody").path("required").asBoolean()) {
      breaks.add(at + ": a body is required now");
    }
    contents(at + " body", old.path("requestBody"), body, Schemas.Way.REQUEST);
    for (Map.Entry<String, JsonNode> response : old.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        JsonNode answer = kept.path("responses").path(response.getKey());
        if (answer.isMissingNode()) {
          breaks.add(at + ": answers " + response.getKey() + " no more");
        } else {
          contents(at + " answer", response.getValue(), answer, Schemas.Way.ANSWER);
        }
      }
    }
  }

  private void parameters(String at, JsonNode old, JsonNode kept) {
    for (JsonNode parameter : old) {
      JsonNode same = parameter(kept, parameter);
      String name = at + " parameter " + parameter.path("name").asText();
      if (same.isMissingNode()) {
        breaks.add(name + " was removed");
      } else {
        schema(name, parameter.path("schema"), same.path("schema"), Schemas.Way.REQUEST);
      }
    }
    for (JsonNode parameter : kept) {
      if (parameter.path("required").asBoolean()
          && !parameter(old, parameter).path("required").asBoolean()) {
        breaks.add(at + " parameter " + parameter.path("name").asText() + " is required now");
      }
    }
  }

  private static JsonNode parameter(JsonNode among, JsonNode like) {
    for (JsonNode one : among) {
      if (one.path("name").equals(like.path("name")) && one.path("in").equals(like.path("in"))) {
        return one;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private void contents(String at, JsonNode old, JsonNode kept, Schemas.Way way) {
    for (Map.Entry<String, JsonNode> content : old.path("content").properties()) {
      JsonNode same = kept.path("content").path(content.getKey());
      if (same.isMissingNode()) {
        breaks.add(at + ": " + content.getKey() + " was removed");
      } else {
        schema(at, content.getValue().path("schema"), same.path("schema"), way);
      }
    }
  }

  private void schema(String at, JsonNode old, JsonNode kept, Schemas.Way way) {
    breaks.addAll(new Schemas(before, now, way).breaks(at, old, kept));
  }

  private void same(String at, JsonNode old, JsonNode kept) {
    if (!old.equals(kept)) {
      breaks.add(at + " changed from " + old + " to " + kept);
    }
  }

  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static List<String> values(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }
}
