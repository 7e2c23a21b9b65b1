package org.warmhandoff.incident.door;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.warmhandoff.testbed.Stack;

/** A browser without JavaScript: follows redirects, keeps cookies, logs in where it is asked to. */
final class Browser {

  private static final int MOST_REDIRECTS = 10;
  private static final int FOUND = 302;

  private final String username;
  private final String language;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Browser(String username, String language) {
    this.username = username;
    this.language = language;
  }

  static Browser of(String username) {
    return new Browser(username, "en");
  }

  static Browser inFrench(String username) {
    return new Browser(username, "fr");
  }

  /** Opens a page and follows wherever it leads, through the login too. */
  HttpResponse<String> get(String path) {
    return follow(send(request(page(path)).GET().build()));
  }

  /** Sends a form from one of our own pages; the answer is not followed. */
  HttpResponse<String> post(String path, Map<String, String> form) {
    return send(
        request(page(path))
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build());
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    HttpResponse<String> response = first;
    for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      Optional<String> location = response.headers().firstValue("Location");
      if (response.statusCode() / 100 == 3 && location.isPresent()) {
        URI next = response.uri().resolve(location.get());
        response = send(request(next).GET().build());
      } else if (response.uri().toString().startsWith(Stack.start().issuer())) {
        response =
            send(
                request(response.uri())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(Map.of("username", username))))
                    .build());
        if (response.statusCode() != FOUND) {
          throw new IllegalStateException("the login was refused: " + response.statusCode());
        }
      } else {
        return response;
      }
    }
    throw new IllegalStateException("redirected too often");
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Accept", "text/html")
        .header("Accept-Language", language);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static URI page(String path) {
    return URI.create("http://localhost:" + RestAssured.port + "/incident" + path);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
