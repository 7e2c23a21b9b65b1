package org.warmhandoff.local.frontdoor;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The plain page at the root: where each role begins. */
final class StartPage {

  private record Way(String key, String address) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("officer", "/incident/scene"),
          new Way("worker", "/notification/duty"),
          new Way("dispatcher", "/notification/board"),
          new Way("agency", "/referral/inbox"),
          new Way("analyst", "/analytics/"),
          new Way("administrator", "/incident/operations"));

  private static final List<Way> DOORS =
      List.of(
          new Way("api.incident", "/incident/api/v1"),
          new Way("api.notification", "/notification/api/v1"),
          new Way("api.referral", "/referral/api/v1"),
          new Way("api.analytics", "/analytics/api/v1"));

  void answer(HttpServerRequest request) {
    switch (request.method().name()) {
      case "GET", "HEAD" -> page(request);
      default -> request.response().setStatusCode(405).putHeader("allow", "GET, HEAD").end();
    }
  }

  private static void page(HttpServerRequest request) {
    Texts texts = Texts.askedBy(request);
    StringBuilder body = new StringBuilder();
    body.append("<p>").append(Pages.escaped(texts.get("start.lead"))).append("</p>\n");
    if (request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith("q_session"))) {
      body.append(
          "<form method=\"post\" action=\"/sign-out\"><p>%s <button>%s</button></p></form>\n"
              .formatted(
                  Pages.escaped(texts.get("start.signed-in")),
                  Pages.escaped(texts.get("start.sign-out"))));
    }
    body.append("<ul>\n");
    for (Way way : WAYS) {
      body.append(
          "<li><a href=\"%s\"><strong>%s</strong><span>%s</span></a></li>\n"
              .formatted(
                  way.address(),
                  Pages.escaped(texts.get(way.key() + ".who")),
                  Pages.escaped(texts.get(way.key() + ".does"))));
    }
    body.append(
        "</ul>\n<h2>%s</h2>\n<p class=\"hint\">%s</p>\n<dl>\n"
            .formatted(
                Pages.escaped(texts.get("api.title")), Pages.escaped(texts.get("api.lead"))));
    for (Way door : DOORS) {
      body.append(
          "<dt><code>%s</code></dt><dd>%s</dd>\n"
              .formatted(door.address(), Pages.escaped(texts.get(door.key()))));
    }
    body.append(
        "</dl>\n<ul>\n<li><a href=\"%s\"><strong>%s</strong><span>%s</span></a></li>\n</ul>\n"
            .formatted(
                ReferencePages.ROOT,
                Pages.escaped(texts.get("reference.title")),
                Pages.escaped(texts.get("reference.lead"))));
    body.append(
        "<p class=\"hint\">%s</p>".formatted(Pages.escaped(texts.get("start.visibly-made-up"))));
    var _ =
        request
            .response()
            .putHeader("content-type", "text/html; charset=utf-8")
            .putHeader("content-security-policy", Pages.POLICY)
            .putHeader("x-content-type-options", "nosniff")
            .putHeader("referrer-policy", "no-referrer")
            .putHeader("vary", "accept-language")
            .putHeader("cache-control", "no-cache")
            .end(Pages.page(texts, texts.get("start.title"), body.toString()));
  }
}
