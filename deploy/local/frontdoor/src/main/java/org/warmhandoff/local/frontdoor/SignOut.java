package org.warmhandoff.local.frontdoor;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * Ends a person's session with all services at once: they share one cookie, which only the origin
 * they share can take away. To be sent from one of our own pages, so that no other site signs
 * anybody out in the middle of a call.
 */
final class SignOut {

  private static final List<String> SESSION = List.of("q_session", "q_auth");

  private SignOut() {}

  static void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (!request.method().equals(HttpMethod.POST)) {
      response.setStatusCode(405).putHeader("allow", "POST").end();
      return;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      response.setStatusCode(403).end();
      return;
    }
    for (Cookie sent : request.cookies()) {
      if (SESSION.stream().anyMatch(sent.getName()::startsWith)) {
        response.addCookie(
            Cookie.cookie(sent.getName(), "")
                .setPath("/")
                .setMaxAge(0)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX));
      }
    }
    response.setStatusCode(303).putHeader("location", "/").putHeader("cache-control", "no-store");
    response.end();
  }
}
