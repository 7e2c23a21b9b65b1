package org.warmhandoff.incident.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the door for single posts, before anything of one is read. Where posts come faster
 * than they can be stored, some are told at once to come back, so that those that are let in are
 * answered soon. Whose a post is, is known here from an earlier one with the same credential; it
 * decides about its place in the line and nothing else.
 */
@ApplicationScoped
class Admission {

  private static final int LAST = 0;
  private static final int TOO_MANY = 429;

  /** More than this is not read to its end to keep the connection. */
  private static final long LETS_RUN_OUT = 64L * 1024;

  /** Credentials that are remembered; then the oldest is forgotten. */
  private static final int MOST = 4_096;

  private static final String UNKNOWN = "?";
  private static final String CREDENTIAL = Admission.class.getName();
  private static final String BUSY =
      """
      {"type":"https://warmhandoff.org/problems/intake-busy",\
      "title":"More posts are waiting than can be stored soon.","status":429,\
      "expected":"the same again after Retry-After"}""";

  private final Crowd crowd = new Crowd(System::nanoTime);
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final String intake;
  private final CurrentVertxRequest request;
  private final IntakeWitness witness;
  private final Counter refused;

  Admission(
      @ConfigProperty(name = "quarkus.http.root-path") String root,
      CurrentVertxRequest request,
      IntakeWitness witness,
      MeterRegistry meters) {
    this.intake = root + "/api/v1/incidents";
    this.request = request;
    this.witness = witness;
    this.refused = meters.counter("handoff.intake.busy");
  }

  void register(@Observes Filters filters) {
    filters.register(this::judge, LAST);
  }

  /** So many posts were stored since the last that were. */
  void stored(int posts) {
    crowd.stored(posts);
  }

  /** It is known now whose the request under way is. */
  void known(String policeService) {
    RoutingContext context = request.getCurrent();
    if (context != null && context.get(CREDENTIAL) instanceof String credential) {
      synchronized (sources) {
        sources.put(credential, policeService);
        if (sources.size() > MOST) {
          sources.remove(sources.keySet().iterator().next());
        }
      }
    }
  }

  Crowd crowd() {
    return crowd;
  }

  private void judge(RoutingContext context) {
    HttpServerRequest asked = context.request();
    if (asked.method() != HttpMethod.POST
        || !context.normalizedPath().equals(intake)
        || isLines(asked.getHeader("Content-Type"))) {
      context.next();
      return;
    }
    String credential = credential(asked);
    String source = source(credential);
    if (!crowd.enter(source)) {
      refuse(context, source);
      return;
    }
    context.addEndHandler(ended -> crowd.leave(source));
    if (source.equals(UNKNOWN) && credential != null) {
      context.put(CREDENTIAL, credential);
    }
    context.next();
  }

  private void refuse(RoutingContext context, String source) {
    refused.increment();
    if (!source.equals(UNKNOWN)) {
      witness.turnedAway(source);
    }
    HttpServerRequest asked = context.request();
    String length = asked.getHeader("Content-Length");
    if (length != null && length.length() < 7 && Long.parseLong(length) <= LETS_RUN_OUT) {
      // What it sends runs out unread, so that its connection can be used again.
      asked.resume();
    } else {
      context.response().putHeader("Connection", "close");
    }
    context
        .response()
        .setStatusCode(TOO_MANY)
        .putHeader("Retry-After", "1")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Content-Type", "application/problem+json")
        .end(BUSY);
  }

  private String source(@Nullable String credential) {
    if (credential == null) {
      return UNKNOWN;
    }
    synchronized (sources) {
      return Objects.requireNonNullElse(sources.get(credential), UNKNOWN);
    }
  }

  private static boolean isLines(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(BulkResource.NDJSON);
  }

  /** Told apart by a digest: nothing that opens a door is kept. */
  private static @Nullable String credential(HttpServerRequest asked) {
    String authorization = asked.getHeader("Authorization");
    String key = asked.getHeader("X-Api-Key");
    if (authorization == null && key == null) {
      return null;
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((authorization + "\n" + key).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
