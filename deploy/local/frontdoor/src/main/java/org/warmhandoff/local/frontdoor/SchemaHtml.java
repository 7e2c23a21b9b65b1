package org.warmhandoff.local.frontdoor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON Schemas as tables. A schema that is referred to gets a table of its own, further down. */
final class SchemaHtml {

  private static final String PLACE = "#/components/schemas/";

  private final JsonObject schemas;
  private final Texts texts;
  private final Set<String> referred = new LinkedHashSet<>();

  SchemaHtml(JsonObject document, Texts texts) {
    this.schemas = document.getJsonObject("components").getJsonObject("schemas");
    this.texts = texts;
  }

  /** The fields of an object, or what else it is. */
  String fields(JsonObject schema) {
    JsonObject whole = resolved(schema);
    JsonObject properties = whole.getJsonObject("properties");
    if (properties == null) {
      return "<p>" + kind(schema) + "</p>\n";
    }
    List<?> required = whole.getJsonArray("required", new JsonArray()).getList();
    StringBuilder table = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
    for (String column : List.of("reference.field", "reference.kind", "reference.meaning")) {
      table.append("<th scope=\"col\">").append(Pages.escaped(texts.get(column))).append("</th>");
    }
    table.append("</tr></thead>\n<tbody>\n");
    for (String name : properties.fieldNames()) {
      JsonObject property = properties.getJsonObject(name);
      table.append(
          "<tr><th scope=\"row\"><code>%s</code>%s</th><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  Pages.escaped(name),
                  required.contains(name)
                      ? ""
                      : "<span>" + Pages.escaped(texts.get("reference.optional")) + "</span>",
                  kind(property),
                  Pages.escaped(property.getString("description", ""))));
    }
    return table.append("</tbody></table></div>\n").toString();
  }

  /** Tables of everything the fields so far refer to, and of what these refer to. */
  String others() {
    StringBuilder others = new StringBuilder();
    Set<String> done = new LinkedHashSet<>();
    while (!done.containsAll(referred)) {
      for (String name : List.copyOf(referred)) {
        if (done.add(name)) {
          JsonObject schema = schemas.getJsonObject(name);
          others.append(
              "<h3 id=\"%s\">%s</h3>\n<p>%s</p>\n%s"
                  .formatted(
                      Pages.escaped(name),
                      Pages.escaped(name),
                      Pages.escaped(schema.getString("description", "")),
                      fields(schema)));
        }
      }
    }
    return others.toString();
  }

  /** A name that leads to a schema's table. */
  String link(String name) {
    referred.add(name);
    return "<a href=\"#%s\">%s</a>".formatted(Pages.escaped(name), Pages.escaped(name));
  }

  private JsonObject resolved(JsonObject schema) {
    String name = name(schema);
    return name == null ? schema : schemas.getJsonObject(name);
  }

  private static @Nullable String name(JsonObject schema) {
    String ref = schema.getString("$ref");
    return ref != null && ref.startsWith(PLACE) ? ref.substring(PLACE.length()) : null;
  }

  /** What one value is. */
  String kind(JsonObject schema) {
    String name = name(schema);
    if (name != null) {
      JsonObject whole = schemas.getJsonObject(name);
      return whole.containsKey("properties") || whole.containsKey("enum")
          ? link(name)
          : kind(whole);
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.containsKey(choice)) {
        return schema.getJsonArray(choice).stream()
            .map(JsonObject.class::cast)
            .filter(one -> !"null".equals(one.getValue("type")))
            .map(this::kind)
            .collect(Collectors.joining(", "));
      }
    }
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").stream()
          .map(value -> "<code>" + Pages.escaped(String.valueOf(value)) + "</code>")
          .collect(Collectors.joining(", "));
    }
    if (schema.containsKey("const")) {
      return "<code>" + Pages.escaped(String.valueOf(schema.getValue("const"))) + "</code>";
    }
    JsonObject items = schema.getJsonObject("items");
    if (items != null) {
      return Pages.escaped(texts.get("reference.list-of")) + " " + kind(items);
    }
    return Pages.escaped(schema.getString("format", type(schema.getValue("type"))));
  }

  private static String type(@Nullable Object type) {
    return type instanceof JsonArray several
        ? several.stream()
            .map(String::valueOf)
            .filter(one -> !one.equals("null"))
            .collect(Collectors.joining(", "))
        : type == null ? "" : String.valueOf(type);
  }
}
