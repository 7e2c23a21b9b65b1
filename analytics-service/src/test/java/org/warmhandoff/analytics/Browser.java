package org.warmhandoff.analytics;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser without JavaScript: cookies, redirects, the login page of the identity provider. */
final class Browser {

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String person;

  Browser(String person) {
    this.person = person;
  }

  /** Opens a page of the service; logs in where it is led to the login. */
  HttpResponse<String> open(String path) {
    HttpResponse<String> page = send(request(service(path)).GET().build());
    if (page.uri().getPath().startsWith("/identity/")) {
      page =
          send(
              request(page.uri())
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("username=" + person))
                  .build());
    }
    return page;
  }

  /** Sends an empty form of the service, as its own page would. */
  HttpResponse<String> post(String path) {
    return send(
        request(service(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(""))
            .build());
  }

  private static URI service(String path) {
    return URI.create("http://localhost:" + RestAssured.port + "/analytics" + path);
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "text/html");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
