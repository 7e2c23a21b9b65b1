package org.warmhandoff.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens, kept until shortly before they expire: by client credentials, and for demo people
 * of a provider that knows no client for each, by the password they all have.
 */
public final class Tokens {

  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PERSON = "person:";
  private static final String PEOPLE = "demo-people";
  private static final String PEOPLES_PASSWORD = "demo";

  private final HttpClient http;
  private final URI endpoint;
  private final Secrets secrets;
  private final InstantSource wallClock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /** Where a client's secret is known. */
  @FunctionalInterface
  public interface Secrets {
    /** The client's secret, or null where there is none. */
    @Nullable String of(String client);
  }

  private record Held(String token, Instant until) {}

  /** Tokens of one identity provider. */
  public Tokens(HttpClient http, URI endpoint, Secrets secrets, InstantSource wallClock) {
    this.http = http;
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.wallClock = wallClock;
  }

  /** A token that is valid for some time yet. */
  public String of(Caller caller) {
    Held now = held.get(caller.client());
    if (now != null && now.until().isAfter(wallClock.instant())) {
      return now.token();
    }
    Held fresh = fetch(caller.client());
    held.put(caller.client(), fresh);
    return fresh.token();
  }

  /** Forgets a token a door has refused. */
  void forget(Caller caller) {
    held.remove(caller.client());
  }

  private String form(String client) {
    String own = secrets.of(client);
    if (own != null) {
      return "grant_type=client_credentials&client_id=%s&client_secret=%s"
          .formatted(encoded(client), encoded(own));
    }
    String peoples = client.startsWith(PERSON) ? secrets.of(PEOPLE) : null;
    if (peoples == null) {
      throw new Unreachable("no secret is known for client " + client);
    }
    return "grant_type=password&client_id=%s&client_secret=%s&username=%s&password=%s"
        .formatted(
            PEOPLE, encoded(peoples), encoded(client.substring(PERSON.length())), PEOPLES_PASSWORD);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Held fetch(String client) {
    String form = form(client);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      JsonNode json =
          response.statusCode() == 200 ? Door.JSON.readTree(response.body()) : Door.JSON.nullNode();
      String token = json.path("access_token").asText("");
      if (token.isEmpty()) {
        throw new Unreachable(
            "the identity provider answered %d: it lets no client %s in, or not with this secret"
                .formatted(response.statusCode(), client));
      }
      Duration life = Duration.ofSeconds(json.path("expires_in").asLong(60)).minus(EARLY);
      return new Held(token, wallClock.instant().plus(life));
    } catch (IOException e) {
      throw new Unreachable(
          "nothing answers at "
              + endpoint
              + ": if Warm Handoff is to run on this machine, ./handoff up starts it",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while asking for a token", e);
    }
  }
}
