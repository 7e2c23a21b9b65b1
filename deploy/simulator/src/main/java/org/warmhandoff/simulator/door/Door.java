package org.warmhandoff.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to an installation's public doors. Too many, unavailable and refused connections are waited
 * out, as long as {@code Retry-After} says or with a growing pause, until patience ends.
 */
public final class Door {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http;
  private final Map<String, URI> roots;
  private final Tokens tokens;
  private final InstantSource wallClock;
  private final Pause pause;
  private final Duration patience;

  /**
   * A door.
   *
   * @param roots first path segment → where it is reached; "" for all others
   * @param patience how long one request may be tried before it counts as unreachable
   */
  public Door(
      HttpClient http,
      Map<String, URI> roots,
      Tokens tokens,
      InstantSource wallClock,
      Pause pause,
      Duration patience) {
    this.http = http;
    this.roots = Map.copyOf(roots);
    this.tokens = tokens;
    this.wallClock = wallClock;
    this.pause = pause;
    this.patience = patience;
  }

  /** Asks for something; {@code path} begins with the service's root. */
  public Answer get(Caller caller, String path) {
    return send(caller, "GET", path, null, null);
  }

  /** Posts JSON. */
  public Answer post(Caller caller, String path, @Nullable JsonNode body) {
    return send(
        caller,
        "POST",
        path,
        body == null ? null : "application/json",
        bytes(body == null ? "" : body.toString()));
  }

  /** Puts JSON. */
  public Answer put(Caller caller, String path, JsonNode body) {
    return send(caller, "PUT", path, "application/json", bytes(body.toString()));
  }

  /** Posts text of a media type. */
  public Answer post(Caller caller, String path, String mediaType, String body) {
    return send(caller, "POST", path, mediaType, bytes(body));
  }

  /** Posts bytes of a media type, as they are. */
  public Answer post(Caller caller, String path, String mediaType, byte[] body) {
    return send(caller, "POST", path, mediaType, body);
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private Answer send(
      Caller caller,
      String method,
      String path,
      @Nullable String mediaType,
      byte @Nullable [] body) {
    Instant giveUp = wallClock.instant().plus(patience);
    Duration next = FIRST_PAUSE;
    boolean tokenRenewed = false;
    while (true) {
      String trouble;
      Duration wait = next;
      try {
        Answer answer = once(caller, method, path, mediaType, body);
        if (answer.status() == 401 && !tokenRenewed) {
          tokens.forget(caller);
          tokenRenewed = true;
          continue;
        }
        if (!answer.worthRetrying()) {
          return answer;
        }
        trouble = "answers " + answer.status();
        wait = longer(wait, retryAfter(answer.retryAfter()));
        if (wallClock.instant().plus(wait).isAfter(giveUp)) {
          return answer;
        }
      } catch (IOException e) {
        trouble = "does not answer (" + e.getClass().getSimpleName() + ")";
        if (wallClock.instant().plus(wait).isAfter(giveUp)) {
          throw new Unreachable(method + " " + root(path) + " " + trouble, e);
        }
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new Unreachable("interrupted while " + root(path) + " " + trouble);
      }
      pause.waits(wait);
      next =
          next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
    }
  }

  private Answer once(
      Caller caller, String method, String path, @Nullable String mediaType, byte @Nullable [] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root(path).resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + tokens.of(caller))
            .header(
                "Accept", "application/json, application/problem+json, application/x-ndjson;q=0.9")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (mediaType != null) {
      request.header("Content-Type", mediaType);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Retry-After").orElse(null),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for " + root(path), e);
    }
  }

  private URI root(String path) {
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path.substring(1) : path.substring(1, end);
    URI root = roots.getOrDefault(first, roots.get(""));
    if (root == null) {
      throw new IllegalArgumentException("no door for " + first);
    }
    return root;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** RFC 9110: seconds, or a date. */
  private Duration retryAfter(@Nullable String header) {
    if (header == null) {
      return Duration.ZERO;
    }
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
    } catch (NumberFormatException notSeconds) {
      try {
        Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return longer(Duration.ZERO, Duration.between(wallClock.instant(), at));
      } catch (DateTimeParseException notDate) {
        return Duration.ZERO;
      }
    }
  }
}
