package org.warmhandoff.local.frontdoor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** One service's doors: whom each lets in, what it takes and what it answers. */
final class DoorPage {

  private final JsonObject document;
  private final Texts texts;
  private final SchemaHtml schemas;

  DoorPage(JsonObject document, Texts texts) {
    this.document = document;
    this.texts = texts;
    this.schemas = new SchemaHtml(document, texts);
  }

  String written(String service) {
    StringBuilder body = new StringBuilder();
    body.append(
        "<p>%s</p>\n<p><a href=\"/reference/openapi/%s.json\">OpenAPI 3.1</a></p>\n"
            .formatted(
                Pages.escaped(document.getJsonObject("info").getString("description")), service));
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject doors = paths.getJsonObject(path);
      for (String verb : doors.fieldNames()) {
        door(body, verb.toUpperCase(Locale.ROOT) + " " + path, doors.getJsonObject(verb));
      }
    }
    body.append("<h2>%s</h2>\n".formatted(Pages.escaped(texts.get("reference.kinds"))));
    body.append(schemas.others());
    return body.append(
            "<p><a href=\"/reference/\">%s</a></p>"
                .formatted(Pages.escaped(texts.get("reference.title"))))
        .toString();
  }

  private void door(StringBuilder body, String name, JsonObject door) {
    body.append(
        "<h2 id=\"%s\">%s</h2>\n<p><code>%s</code></p>\n"
            .formatted(
                Pages.escaped(door.getString("operationId")),
                Pages.escaped(door.getString("summary")),
                Pages.escaped(name)));
    if (door.containsKey("description")) {
      body.append("<p>%s</p>\n".formatted(Pages.escaped(door.getString("description"))));
    }
    body.append("<dl>\n");
    term(body, "reference.roles", Pages.escaped(roles(door)));
    JsonArray parameters = door.getJsonArray("parameters", new JsonArray());
    if (!parameters.isEmpty()) {
      term(
          body,
          "reference.parameters",
          parameters.stream()
              .map(JsonObject.class::cast)
              .map(
                  parameter ->
                      "<code>%s</code> %s"
                          .formatted(
                              Pages.escaped(parameter.getString("name")),
                              Pages.escaped(parameter.getString("description", ""))))
              .collect(Collectors.joining("<br>")));
    }
    JsonObject request = door.getJsonObject("requestBody", new JsonObject());
    contents(body, "reference.takes", request);
    JsonObject answers = door.getJsonObject("responses");
    for (String status : answers.fieldNames()) {
      if (status.startsWith("2")) {
        contents(body, "reference.answers", answers.getJsonObject(status), status);
      }
    }
    term(
        body,
        "reference.refuses",
        answers.fieldNames().stream()
            .filter(status -> !status.startsWith("2"))
            .collect(Collectors.joining(", ")));
    body.append("</dl>\n");
    example(body, request);
  }

  private void contents(StringBuilder body, String key, JsonObject holder) {
    if (!holder.isEmpty()) {
      contents(body, key, holder, "");
    }
  }

  private void contents(StringBuilder body, String key, JsonObject holder, String status) {
    JsonObject contents = holder.getJsonObject("content", new JsonObject());
    String said =
        contents.fieldNames().stream()
            .map(
                type ->
                    Pages.escaped(type)
                        + ": "
                        + schemas.kind(contents.getJsonObject(type).getJsonObject("schema")))
            .collect(Collectors.joining("<br>"));
    term(body, key, (status + " " + said).strip());
  }

  private void example(StringBuilder body, JsonObject request) {
    JsonObject json =
        request
            .getJsonObject("content", new JsonObject())
            .getJsonObject("application/json", new JsonObject());
    if (json.getValue("example") instanceof JsonObject example) {
      body.append(
          "<details><summary>%s</summary><pre>%s</pre></details>\n"
              .formatted(
                  Pages.escaped(texts.get("reference.example")),
                  Pages.escaped(example.encodePrettily())));
    }
  }

  private static String roles(JsonObject door) {
    return door.getJsonArray("security").getJsonObject(0).getJsonArray("bearer").stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private void term(StringBuilder body, String key, String html) {
    body.append("<dt>%s</dt><dd>%s</dd>\n".formatted(Pages.escaped(texts.get(key)), html));
  }
}
