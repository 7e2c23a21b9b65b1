package org.warmhandoff.local.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The published contracts: as they are, at addresses that stay, and as plain pages. Renderers that
 * run in the browser write their own styles into the page, which the policy forbids.
 */
final class ReferencePages {

  static final String ROOT = "/reference/";

  private static final String TOPICS = "asyncapi.json";
  private static final List<String> SERVICES =
      List.of("incident", "notification", "referral", "analytics");

  private final Map<String, Buffer> raw = new TreeMap<>();
  private final JsonObject topics;
  private final Map<String, JsonObject> doors = new TreeMap<>();

  ReferencePages() {
    raw.put(TOPICS, load(TOPICS));
    topics = new JsonObject(load(TOPICS));
    for (String service : SERVICES) {
      String name = "openapi/" + service + ".json";
      raw.put(name, load(name));
      doors.put(service, new JsonObject(load(name)));
    }
  }

  private static Buffer load(String name) {
    try (InputStream file = ReferencePages.class.getResourceAsStream("/reference/" + name)) {
      if (file == null) {
        throw new IllegalStateException("built without docs/reference/" + name);
      }
      return Buffer.buffer(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(HttpServerRequest request, String path) {
    String method = request.method().name();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      request.response().setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      return;
    }
    String name = path.substring(ROOT.length());
    Buffer document = raw.get(name);
    Texts texts = Texts.askedBy(request);
    String key = name.startsWith("topics/") ? name.substring("topics/".length()) : "";
    JsonObject service = doors.get(name);
    if (document != null) {
      send(request, "application/json", document);
    } else if (name.isEmpty()) {
      page(request, texts, texts.get("reference.title"), index(texts));
    } else if (topics.getJsonObject("channels").containsKey(key)) {
      JsonObject channel = topics.getJsonObject("channels").getJsonObject(key);
      page(
          request,
          texts,
          channel.getString("address"),
          new TopicPage(topics, texts).of(key, channel));
    } else if (service != null) {
      page(request, texts, texts.get("api." + name), new DoorPage(service, texts).written(name));
    } else {
      Refusal.unknownAddress().send(request);
    }
  }

  private String index(Texts texts) {
    StringBuilder body = new StringBuilder();
    body.append(
        "<p>%s</p>\n<h2>%s</h2>\n<p>%s</p>\n<ul>\n"
            .formatted(
                Pages.escaped(texts.get("reference.lead")),
                Pages.escaped(texts.get("reference.topics")),
                Pages.escaped(topics.getJsonObject("info").getString("description"))));
    JsonObject channels = topics.getJsonObject("channels");
    for (String key : channels.fieldNames()) {
      JsonObject channel = channels.getJsonObject(key);
      way(body, "topics/" + key, channel.getString("address"), channel.getString("description"));
    }
    body.append(
        "</ul>\n<h2>%s</h2>\n<ul>\n".formatted(Pages.escaped(texts.get("reference.doors"))));
    for (String service : SERVICES) {
      way(body, service, "/" + service + "/api/v1", texts.get("api." + service));
    }
    body.append("</ul>\n<h2>%s</h2>\n<ul>\n".formatted(Pages.escaped(texts.get("reference.raw"))));
    for (String name : raw.keySet()) {
      way(body, name, ROOT + name, name.equals(TOPICS) ? "AsyncAPI 3.1" : "OpenAPI 3.1");
    }
    return body.append(
            "</ul>\n<p><a href=\"/\">%s</a></p>".formatted(Pages.escaped(texts.get("to-start"))))
        .toString();
  }

  private static void way(StringBuilder body, String address, String name, String words) {
    body.append(
        "<li><a href=\"/reference/%s\"><strong>%s</strong><span>%s</span></a></li>\n"
            .formatted(address, Pages.escaped(name), Pages.escaped(words)));
  }

  private static void page(HttpServerRequest request, Texts texts, String title, String body) {
    request.response().putHeader("vary", "accept-language");
    send(request, "text/html; charset=utf-8", Buffer.buffer(Pages.page(texts, title, body)));
  }

  private static void send(HttpServerRequest request, String type, Buffer content) {
    var _ =
        request
            .response()
            .putHeader("content-type", type)
            .putHeader("content-security-policy", Pages.POLICY)
            .putHeader("x-content-type-options", "nosniff")
            .putHeader("referrer-policy", "no-referrer")
            .putHeader("cache-control", "no-cache")
            .end(content);
  }
}
