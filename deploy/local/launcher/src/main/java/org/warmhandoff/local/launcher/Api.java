package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The stack's public API as its operator and administrator sees it, behind the front door. */
final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String frontDoor;
  private final URI tokens;
  private final DemoClient client;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private @Nullable String token;

  /** A client of the identity provider. */
  record DemoClient(String id, String secret) {}

  /**
   * An installation's API.
   *
   * @param tokens the identity provider's token endpoint
   */
  Api(String frontDoor, URI tokens, DemoClient client) {
    this.frontDoor = frontDoor;
    this.tokens = tokens;
    this.client = client;
  }

  /** The local stack's API: its identity provider stands behind the same front door. */
  static Api behind(String frontDoor, DemoClient client) {
    return new Api(frontDoor, URI.create(frontDoor + "/identity/token"), client);
  }

  /**
   * @throws Trouble if the answer is no success, with the problem the service names
   */
  void put(String path, JsonNode body) {
    HttpResponse<String> answer =
        ask(path, request -> request.PUT(BodyPublishers.ofString(body.toString())));
    if (answer.statusCode() / 100 != 2) {
      throw new Trouble(
          "PUT %s was refused with %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
  }

  /**
   * @return the status: a success, or 409
   * @throws Trouble on any other
   */
  int post(String path, JsonNode body) {
    HttpResponse<String> answer =
        ask(path, request -> request.POST(BodyPublishers.ofString(body.toString())));
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != 409) {
      throw new Trouble(
          "POST %s was refused with %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer.statusCode();
  }

  /**
   * @throws Trouble if the answer is no success
   */
  JsonNode get(String path) {
    HttpResponse<String> answer = ask(path, HttpRequest.Builder::GET);
    if (answer.statusCode() != 200) {
      throw new Trouble("GET %s was refused with %d".formatted(path, answer.statusCode()));
    }
    return parsed(answer);
  }

  /** A token ends before a long republish does: refused once, a new one is asked for. */
  private HttpResponse<String> ask(String path, UnaryOperator<HttpRequest.Builder> what) {
    String used = token();
    HttpResponse<String> answer = send(what.apply(authorized(path, used)));
    if (answer.statusCode() != UNAUTHORIZED) {
      return answer;
    }
    forget(used);
    return send(what.apply(authorized(path, token())));
  }

  private HttpRequest.Builder authorized(String path, String bearer) {
    return request(path)
        .header("Authorization", "Bearer " + bearer)
        .header("Content-Type", "application/json");
  }

  private synchronized void forget(String used) {
    if (used.equals(token)) {
      token = null;
    }
  }

  private synchronized String token() {
    @Nullable String present = token;
    if (present == null) {
      String form =
          "grant_type=client_credentials&client_id=%s&client_secret=%s"
              .formatted(encoded(client.id()), encoded(client.secret()));
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(tokens)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
      present = parsed(answer).path("access_token").asText("");
      if (present.isEmpty()) {
        throw new Trouble(
            "the identity provider gave the client %s no token (%d)"
                .formatted(client.id(), answer.statusCode()));
      }
      token = present;
    }
    return present;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(frontDoor + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      return http.send(built, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Trouble(built.uri() + " does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new Trouble(answer.uri() + " did not answer with JSON", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
