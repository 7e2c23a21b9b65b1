package org.warmhandoff.referral;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without JavaScript: follows redirects, keeps cookies, sends forms. */
final class Browser implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String language;

  Browser(String language) {
    this.language = language;
  }

  /** What a page answered, and where the browser ended up. */
  record Page(int status, URI at, String body) {}

  private static String root() {
    return "http://localhost:" + RestAssured.port + "/referral";
  }

  /** Opens a page as a demo person, through the login page where one is shown. */
  static Browser signedIn(String person, String language, String path) {
    Browser browser = new Browser(language);
    Page login = browser.get(path);
    if (!login.body().contains("login-" + person)) {
      throw new AssertionError("no login page but " + login.status() + " at " + login.at());
    }
    browser.send(login.at(), List.of(Map.entry("username", person)));
    return browser;
  }

  Page get(String path) {
    return follow(request(URI.create(root() + path)).GET().build());
  }

  Page post(String path, List<Map.Entry<String, String>> form) {
    return send(URI.create(root() + path), form);
  }

  Page postFromElsewhere(String path) {
    return follow(
        request(URI.create(root() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.ofString("a=b"))
            .build());
  }

  private Page send(URI to, List<Map.Entry<String, String>> form) {
    String body =
        form.stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return follow(
        request(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to)
        .header("Accept", "text/html")
        .header("Accept-Language", language);
  }

  private Page follow(HttpRequest first) {
    HttpRequest request = first;
    for (int hops = 0; hops < 10; hops++) {
      try {
        HttpResponse<String> answer =
            http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        URI at = request.uri();
        if (answer.statusCode() / 100 != 3) {
          return new Page(answer.statusCode(), at, answer.body());
        }
        request =
            request(at.resolve(answer.headers().firstValue("Location").orElseThrow()))
                .GET()
                .build();
      } catch (IOException failed) {
        throw new AssertionError(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError(interrupted);
      }
    }
    throw new AssertionError("the redirects do not end");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
