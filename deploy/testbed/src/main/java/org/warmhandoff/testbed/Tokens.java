package org.warmhandoff.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Real bearer tokens of the demo people and clients, from the running identity provider. */
public final class Tokens {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** They last an hour, longer than a test JVM should. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private Tokens() {}

  /** The token of a demo person, by user name. */
  public static String of(String username) {
    return KNOWN.computeIfAbsent("person:" + username, client -> fetch(client, "demo"));
  }

  /** The token of a demo client, by client id. */
  public static String client(String clientId) {
    return KNOWN.computeIfAbsent(clientId, client -> fetch(client, secretOf(client)));
  }

  /** The staff id of a demo person, as the claim {@code staff_id} carries it. */
  public static UUID staffIdOf(String username) {
    return UUID.fromString(find("demo-people.json", "username", username).path("staffId").asText());
  }

  static String secretOf(String clientId) {
    return find("demo-clients.json", "clientId", clientId).path("secret").asText();
  }

  private static JsonNode find(String file, String field, String value) {
    try {
      for (JsonNode entry : JSON.readTree(House.demo(file).toFile())) {
        if (entry.path(field).asText().equals(value)) {
          return entry;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
    throw new IllegalArgumentException(value + " is not in " + file);
  }

  private static String fetch(String client, String secret) {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encoded(client), encoded(secret));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Stack.start().issuer() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("no token for " + client + ": " + answer.statusCode());
      }
      return JSON.readTree(answer.body()).path("access_token").asText();
    } catch (IOException e) {
      throw new IllegalStateException("the identity provider does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
