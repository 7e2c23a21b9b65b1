package org.warmhandoff.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a person's session with all services at once: they share one cookie, which only the origin
 * they share can take away. A service, which alone can read that cookie, then says where the
 * identity provider ends its own session (OpenID Connect RP-Initiated Logout 1.0): without that the
 * next person at this screen would be signed in as the last. To be sent from one of our own pages,
 * so that no other site signs anybody out in the middle of a call.
 */
final class SignOut {

  /** Where a service answers with the way to the provider's door; nobody else is let through. */
  static final String AT_SERVICE = "/sign-out";

  private static final List<String> SESSION = List.of("q_session", "q_auth", "q_post_logout");
  private static final long PATIENCE_MILLIS = 3_000;

  private final HttpClient client;
  private final URI incident;

  SignOut(HttpClient client, URI incident) {
    this.client = client;
    this.incident = incident;
  }

  void answer(HttpServerRequest request) {
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
    wayOut(request)
        .otherwise("/")
        .onSuccess(
            location -> {
              forget(request);
              response
                  .setStatusCode(303)
                  .putHeader("location", location)
                  .putHeader("cache-control", "no-store")
                  .end();
            });
  }

  private static void forget(HttpServerRequest request) {
    for (Cookie sent : request.cookies()) {
      if (SESSION.stream().anyMatch(sent.getName()::startsWith)) {
        request
            .response()
            .addCookie(
                Cookie.cookie(sent.getName(), "")
                    .setPath("/")
                    .setMaxAge(0)
                    .setHttpOnly(true)
                    .setSameSite(CookieSameSite.LAX));
      }
    }
  }

  /** The provider's door for ending sessions, or our start page where nobody is signed in. */
  private Future<String> wayOut(HttpServerRequest request) {
    var authority = request.authority();
    String cookies = request.getHeader("cookie");
    if (authority == null || cookies == null || !cookies.contains("q_session")) {
      return Future.succeededFuture("/");
    }
    int port = incident.getPort() < 0 ? 80 : incident.getPort();
    return client
        .request(
            new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, incident.getHost()))
                .setMethod(HttpMethod.POST)
                .setURI("/incident" + AT_SERVICE)
                .setTimeout(PATIENCE_MILLIS))
        .compose(
            asked ->
                asked
                    .authority(authority)
                    .putHeader("cookie", cookies)
                    .putHeader("x-forwarded-proto", request.isSSL() ? "https" : "http")
                    .putHeader("x-forwarded-port", Integer.toString(Passage.portOf(request)))
                    .send())
        .map(answer -> toProvider(answer.getHeader("location")));
  }

  /** A session that has ended already would lead to the login instead. */
  private static String toProvider(@Nullable String location) {
    return location != null && location.contains("post_logout_redirect_uri=") ? location : "/";
  }
}
