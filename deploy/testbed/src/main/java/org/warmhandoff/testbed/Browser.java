package org.warmhandoff.testbed;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A demo person's browser without JavaScript: keeps cookies, follows redirects, and logs in where
 * it is led to the login.
 */
public final class Browser implements AutoCloseable {

  private static final int MOST_REDIRECTS = 10;
  private static final int FOUND = 302;
  private static final String SITE = "Sec-Fetch-Site";

  private final String service;
  private final String person;
  private final String language;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Opens a browser; nobody is logged in yet.
   *
   * @param service address of the pages, to which paths are appended
   * @param person whose name is given at the login
   * @param language as in Accept-Language
   */
  public Browser(String service, String person, String language) {
    this.service = service;
    this.person = person;
    this.language = language;
  }

  /** Opens a page, wherever it leads. */
  public HttpResponse<String> get(String path) {
    return follow(send(request(page(path)).GET().build()));
  }

  /** Opens server-sent events, for whoever is logged in already; close the body. */
  public HttpResponse<InputStream> stream(String path) {
    try {
      return http.send(
          request(page(path)).setHeader("Accept", "text/event-stream").GET().build(),
          BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Sends a form from one of the service's own pages, and goes where its answer leads. */
  public HttpResponse<String> post(String path, Collection<Map.Entry<String, String>> form) {
    return follow(send(path, form));
  }

  /** The same, for a form in which no field comes twice. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    return post(path, form.entrySet());
  }

  /** Sends a form from one of the service's own pages; the answer is not followed. */
  public HttpResponse<String> send(String path, Map<String, String> form) {
    return send(path, form.entrySet());
  }

  /** Sends a form from a page of somebody else; the answer is not followed. */
  public HttpResponse<String> sendFromElsewhere(String path, Map<String, String> form) {
    return send(form(page(path), form.entrySet()).header(SITE, "cross-site").build());
  }

  private HttpResponse<String> send(String path, Collection<Map.Entry<String, String>> form) {
    return send(form(page(path), form).header(SITE, "same-origin").build());
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    HttpResponse<String> response = first;
    for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      Optional<String> location = response.headers().firstValue("Location");
      if (response.statusCode() / 100 == 3 && location.isPresent()) {
        URI next = response.uri().resolve(location.get());
        response = send(request(next).GET().build());
      } else if (response.uri().toString().startsWith(Stack.start().issuer())) {
        response = logIn(response.uri());
      } else {
        return response;
      }
    }
    throw new IllegalStateException("redirected too often");
  }

  private HttpResponse<String> logIn(URI login) {
    HttpResponse<String> response =
        send(form(login, Map.of("username", person).entrySet()).build());
    if (response.statusCode() != FOUND) {
      throw new IllegalStateException("the login was refused: " + response.statusCode());
    }
    return response;
  }

  private HttpRequest.Builder form(URI to, Collection<Map.Entry<String, String>> fields) {
    return request(to)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encoded(fields)));
  }

  private HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to)
        .header("Accept", "text/html")
        .header("Accept-Language", language);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private URI page(String path) {
    return URI.create(service + path);
  }

  private static String encoded(Collection<Map.Entry<String, String>> fields) {
    return fields.stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
