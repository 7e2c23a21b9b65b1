package org.warmhandoff.local.frontdoor;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.MediaType;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;

/**
 * An answer the front door gives itself: RFC 9457 for programs, a page for people. It says what
 * happened, what was kept and what to do next.
 *
 * @param code last part of the problem's type, and the key of its texts
 * @param retryAfter seconds, or 0 where trying again does not help
 */
record Refusal(int status, String code, int retryAfter, List<Object> arguments) {

  private static final String TYPES = "https://warmhandoff.org/problems/";

  /** Nothing of the request has reached the service. */
  static Refusal notReached(String service) {
    return new Refusal(503, "service-not-reached", 3, List.of(service));
  }

  /** The service went away in the middle: whether it kept the request is not known. */
  static Refusal brokenOff(String service) {
    return new Refusal(503, "service-broke-off", 3, List.of(service));
  }

  static Refusal silent(String service, Duration waited) {
    return new Refusal(504, "service-silent", 10, List.of(service, waited.toSeconds()));
  }

  static Refusal tooLarge(long mostBytes) {
    return new Refusal(413, "too-large", 0, List.of(Long.toString(mostBytes)));
  }

  static Refusal unknownAddress() {
    return new Refusal(404, "unknown-address", 0, List.of());
  }

  static Refusal unreadable() {
    return new Refusal(400, "unreadable-address", 0, List.of());
  }

  void send(HttpServerRequest request) {
    var response = request.response().setStatusCode(status);
    if (status == 413) {
      // The body that follows is not read: the connection cannot be used again.
      response.putHeader("connection", "close");
    }
    boolean page = wantsPage(request);
    describe(response.headers(), page);
    var _ = response.end(body(request, page));
  }

  ProxyResponse fill(ProxyResponse response, HttpServerRequest request) {
    boolean page = wantsPage(request);
    describe(response.headers(), page);
    return response
        .setStatusCode(status)
        .setBody(Body.body(body(request, page), MediaType.parse(type(page))));
  }

  private void describe(MultiMap headers, boolean page) {
    headers.set("content-type", type(page));
    headers.set("cache-control", "no-store");
    headers.set("x-content-type-options", "nosniff");
    if (page) {
      headers.set("content-security-policy", Pages.POLICY);
    }
    if (retryAfter > 0) {
      headers.set("retry-after", Integer.toString(retryAfter));
    }
  }

  private static String type(boolean page) {
    return page ? "text/html; charset=utf-8" : "application/problem+json";
  }

  private Buffer body(HttpServerRequest request, boolean page) {
    Texts texts = page ? Texts.askedBy(request) : Texts.english();
    Object[] arguments = this.arguments.toArray();
    String title = texts.get(code + ".title", arguments);
    String happened = texts.get(code + ".happened", arguments);
    String kept = texts.get(code + ".kept", arguments);
    String next = texts.get(code + ".next", arguments);
    if (page) {
      return Buffer.buffer(Pages.message(texts, title, happened, kept, next));
    }
    return new JsonObject()
        .put("type", TYPES + code)
        .put("title", title)
        .put("status", status)
        .put("detail", happened + " " + kept + " " + next)
        .toBuffer();
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accept = request.getHeader("accept");
    String path = request.path();
    return accept != null
        && accept.contains("text/html")
        && (path == null || !path.contains("/api/"));
  }
}
