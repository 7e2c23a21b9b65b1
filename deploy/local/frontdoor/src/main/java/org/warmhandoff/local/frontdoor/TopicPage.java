package org.warmhandoff.local.frontdoor;

import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;

/** One topic: who may write and read it, and what is told on it. */
final class TopicPage {

  private final JsonObject document;
  private final Texts texts;

  TopicPage(JsonObject document, Texts texts) {
    this.document = document;
    this.texts = texts;
  }

  String of(String key, JsonObject channel) {
    JsonObject components = document.getJsonObject("components");
    SchemaHtml schemas = new SchemaHtml(document, texts);
    StringBuilder body = new StringBuilder();
    body.append("<p>")
        .append(Pages.escaped(channel.getString("description")))
        .append("</p>\n<dl>\n");
    term(body, "reference.writes", principals(key, "send"));
    term(body, "reference.reads", principals(key, "receive"));
    term(
        body,
        "reference.partitions",
        String.valueOf(
            channel.getJsonObject("bindings").getJsonObject("kafka").getInteger("partitions")));
    body.append("</dl>\n");
    for (String message : channel.getJsonObject("messages").fieldNames()) {
      JsonObject told = components.getJsonObject("messages").getJsonObject(message);
      body.append(
          "<h2 id=\"%s\">%s</h2>\n<p><code>%s</code></p>\n<p>%s</p>\n%s"
              .formatted(
                  Pages.escaped(message),
                  Pages.escaped(message),
                  Pages.escaped(told.getString("name")),
                  Pages.escaped(told.getString("summary")),
                  schemas.fields(told.getJsonObject("payload"))));
      body.append(
          "<details><summary>%s</summary><pre>%s</pre></details>\n"
              .formatted(
                  Pages.escaped(texts.get("reference.example")),
                  Pages.escaped(
                      told.getJsonArray("examples")
                          .getJsonObject(0)
                          .getJsonObject("payload")
                          .encodePrettily())));
    }
    body.append("<h2>%s</h2>\n".formatted(Pages.escaped(texts.get("reference.headers"))));
    body.append(
        schemas.fields(components.getJsonObject("schemas").getJsonObject("CloudEventHeaders")));
    body.append("<h2>%s</h2>\n".formatted(Pages.escaped(texts.get("reference.kinds"))));
    body.append(schemas.others());
    return body.append(
            "<p><a href=\"/reference/\">%s</a></p>"
                .formatted(Pages.escaped(texts.get("reference.title"))))
        .toString();
  }

  private void term(StringBuilder body, String key, String words) {
    body.append(
        "<dt>%s</dt><dd>%s</dd>\n".formatted(Pages.escaped(texts.get(key)), Pages.escaped(words)));
  }

  private String principals(String key, String action) {
    JsonObject operations = document.getJsonObject("operations");
    String said =
        operations.fieldNames().stream()
            .map(operations::getJsonObject)
            .filter(operation -> operation.getString("action").equals(action))
            .filter(
                operation ->
                    operation
                        .getJsonObject("channel")
                        .getString("$ref")
                        .equals("#/channels/" + key))
            .map(operation -> operation.getString("x-principal"))
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? texts.get("reference.nobody") : said;
  }
}
