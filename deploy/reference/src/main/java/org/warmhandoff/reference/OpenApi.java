package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One service's doors as OpenAPI 3.1: what its build wrote, with the pages left out, and dressed in
 * what no class file keeps: docstrings, problems, what may be absent, examples.
 */
final class OpenApi {

  private static final String API = "/api/v1/";
  private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

  private final String service;
  private final ObjectNode raw;
  private final Sources sources;
  private final JsonNode examples;
  private final ObjectNode document = Json.object();
  private final Map<String, String> tags = new TreeMap<>();

  private OpenApi(String service, ObjectNode raw, Sources sources, JsonNode examples) {
    this.service = service;
    this.raw = raw;
    this.sources = sources;
    this.examples = examples;
  }

  /**
   * The document to publish.
   *
   * @param raw what the service's build wrote
   * @param examples requests and answers by operation id
   */
  static ObjectNode of(String service, ObjectNode raw, Sources sources, JsonNode examples) {
    return new OpenApi(service, raw, sources, examples).written();
  }

  private ObjectNode written() {
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Warm Handoff: " + service + " service");
    info.put("version", "1.0.0");
    info.put(
        "description",
        "JSON over HTTP with a bearer token whose roles open the doors; each door names its roles."
            + " Every refusal is a problem (RFC 9457) that names the field and never repeats what"
            + " stood in it. Ignore fields you do not know.");
    document
        .putArray("servers")
        .addObject()
        .put("url", "/")
        .put("description", "The installation's front door");
    ArrayNode tagList = document.putArray("tags");
    paths();
    tags.forEach((name, words) -> tagList.addObject().put("name", name).put("description", words));
    components();
    return document;
  }

  private void paths() {
    ObjectNode paths = document.putObject("paths");
    for (Map.Entry<String, JsonNode> path : raw.path("paths").properties()) {
      if (path.getKey().contains(API)) {
        ObjectNode doors = path.getValue().deepCopy();
        JsonNode shared = doors.remove("parameters");
        for (Map.Entry<String, JsonNode> door : doors.properties()) {
          if (VERBS.contains(door.getKey())) {
            ObjectNode operation = (ObjectNode) door.getValue();
            if (shared != null) {
              operation.withArray("parameters").addAll((ArrayNode) shared.deepCopy());
            }
            operation(path.getKey(), door.getKey(), operation);
          }
        }
        paths.set(path.getKey(), doors);
      }
    }
  }

  private void operation(String path, String verb, ObjectNode operation) {
    String[] id = operation.path("operationId").asText().split("_", -1);
    Sources.Type door =
        sources
            .type(id[0])
            .orElseThrow(() -> new IllegalStateException("no source of " + verb + " " + path));
    Sources.Method method = door.methods().get(id[1]);
    if (method == null) {
      throw new IllegalStateException("no method of " + verb + " " + path);
    }
    String tag = door.simpleName().replace("Resource", "");
    tags.put(tag, door.words().text());
    operation.set("tags", Json.array(List.of(tag)));
    operation.put("operationId", (tag + "-" + id[1]).toLowerCase(java.util.Locale.ROOT));
    say(operation, method.words(), verb + " " + path);
    for (JsonNode parameter : operation.path("parameters")) {
      String words = method.words().parameters().getOrDefault(parameter.path("name").asText(), "");
      if (!words.isEmpty()) {
        ((ObjectNode) parameter).put("description", words);
      }
    }
    responses(path, verb, operation, method);
    example(operation);
  }

  private static void say(ObjectNode operation, Sources.Words words, String door) {
    if (!operation.path("summary").asText().isEmpty()) {
      return;
    }
    if (words.text().isEmpty()) {
      throw new IllegalStateException(door + " says nothing of itself: it needs a docstring");
    }
    int end = words.text().indexOf(". ") + 1;
    if (end == 0) {
      operation.put("summary", words.text());
    } else {
      operation.put("summary", words.text().substring(0, end));
      operation.put("description", words.text().substring(end).strip());
    }
  }

  private static void responses(
      String path, String verb, ObjectNode operation, Sources.Method method) {
    ObjectNode responses = (ObjectNode) operation.get("responses");
    // Statuses a POST was given by habit, not by its code.
    if (method.isVoid()) {
      responses.remove(List.of("200", "201"));
      responses.putObject("204").put("description", "Done.");
    } else if (method.annotations().stream().anyMatch(a -> a.endsWith("ResponseStatus(201)"))) {
      responses.set("201", responses.remove("200"));
    }
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      if (response.getValue().path("description").asText().isEmpty()) {
        ((ObjectNode) response.getValue()).put("description", "Done.");
      }
    }
    Set<String> refusals = new TreeSet<>(Set.of("401", "403", "503"));
    Compatibility.names(responses).stream().filter(Problems::knows).forEach(refusals::add);
    refusals.remove("400"); // said of every body by habit; added below where there is one
    if (!operation.path("parameters").isEmpty()) {
      refusals.add("422");
    }
    if (path.contains("{")) {
      refusals.add("404");
    }
    if (operation.has("requestBody")) {
      refusals.addAll(Set.of("400", "413", "415", "422"));
    }
    if (!verb.equals("get")) {
      refusals.add("409");
    }
    responses.remove("400");
    refusals.forEach(
        status ->
            responses.set(status, Json.ref("#/components/responses/" + Problems.name(status))));
    ObjectNode sorted = Json.object();
    new TreeSet<>(Compatibility.names(responses))
        .forEach(status -> sorted.set(status, responses.get(status)));
    operation.set("responses", sorted);
  }

  private void example(ObjectNode operation) {
    JsonNode example = examples.path(operation.path("operationId").asText());
    JsonNode content = operation.at("/requestBody/content").path("application/json");
    if (example.has("request")) {
      ((ObjectNode) content).set("example", example.get("request"));
    }
    for (Map.Entry<String, JsonNode> answer : example.path("answers").properties()) {
      JsonNode contents = operation.path("responses").path(answer.getKey()).path("content");
      if (contents.isEmpty()) {
        throw new IllegalStateException(
            operation.path("operationId").asText() + " answers no " + answer.getKey());
      }
      JsonNode single = contents.path("application/json");
      (single.isMissingNode() ? contents : Json.array(single))
          .forEach(one -> ((ObjectNode) one).set("example", answer.getValue()));
    }
  }

  private void components() {
    ObjectNode components = document.putObject("components");
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes.setAll((ObjectNode) raw.at("/components/securitySchemes"));
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("Problem", Problems.schema(sources));
    components.set("responses", Problems.responses());
    LinkedHashSet<String> open = new LinkedHashSet<>();
    refs(document.path("paths"), open);
    Set<String> done = new TreeSet<>();
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      JsonNode found = raw.at("/components/schemas").path(name);
      if (found.isMissingNode() || !done.add(name)) {
        continue;
      }
      ObjectNode schema = found.deepCopy();
      RecordWords.dress(name, schema, sources);
      anchor(schema);
      schemas.set(name, schema);
      refs(schema, open);
    }
  }

  /** Our patterns mean the whole value; JSON Schema's look for a part of it. */
  private static void anchor(ObjectNode schema) {
    for (JsonNode parent : schema.findParents("pattern")) {
      String pattern = parent.path("pattern").asText();
      if (parent.path("pattern").isTextual() && !pattern.equals("\\S")) {
        ((ObjectNode) parent).put("pattern", "^(?:" + pattern + ")$");
      }
    }
  }

  private static void refs(JsonNode node, Set<String> into) {
    for (JsonNode ref : node.findValues("$ref")) {
      if (ref.asText().startsWith("#/components/schemas/")) {
        into.add(ref.asText().substring("#/components/schemas/".length()));
      }
    }
  }
}
