package org.warmhandoff.incident.intake;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** A problem (RFC 9457) told before any resource is looked for; its words are fixed. */
final class EarlyRefusal {

  private EarlyRefusal() {}

  static void tell(RoutingContext context, int status, String code, String title, String expected) {
    endConnection(context);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            """
            {"type":"https://warmhandoff.org/problems/%s",\
            "title":"%s","status":%d,"expected":"%s"}"""
                .formatted(code, title, status, expected));
  }

  /** What is still being sent is not read. HTTP/2 knows no such header (RFC 9113 section 8.2.2). */
  static void endConnection(RoutingContext context) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      context.response().putHeader("Connection", "close");
    }
  }
}
