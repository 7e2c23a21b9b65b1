package org.warmhandoff.incident.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * Stands before the door for single posts, before anything of one is read. Where posts come faster
 * than they can be stored, some are told at once to come back, so that those that are let in are
 * answered soon. Whose a post is, is known here from an earlier one with the same credential; it
 * decides about its place in the line and nothing else.
 */
@ApplicationScoped
class Admission {

  /**
   * Before the framework's own handlers for sign-in, permissions and measures: who is told to come
   * back costs none of them.
   */
  private static final int BEFORE_AUTHENTICATION = 250;

  private static final int TOO_MANY = 429;

  /** More than this is not read to its end to keep the connection. */
  private static final long LETS_RUN_OUT = 64L * 1024;

  /** Credentials that are remembered; then the oldest is forgotten. */
  private static final int MOST = 4_096;

  /** Places for those that bring no credential at all: they are soon told to. */
  private static final int NAMELESS = 8;

  /** A body that does not say how large it will be counts as so many bytes until it is read. */
  private static final long UNSAID = 100L * 1024;

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String PLACE = Place.class.getName();
  private static final String CREDENTIAL = Admission.class.getName();
  private static final String TITLE = "More posts are waiting than can be stored soon.";
  private static final String EXPECTED = "the same again after Retry-After";
  private static final String BUSY =
      """
      {"type":"https://warmhandoff.org/problems/intake-busy",\
      "title":"%s","status":429,"expected":"%s"}"""
          .formatted(TITLE, EXPECTED);

  private final Crowd crowd = new Crowd(System::nanoTime);

  /** Those whose credential was never seen, by their address, until it is known whose they are. */
  private final Crowd strangers = new Crowd(System::nanoTime);

  private final Crowd nameless = new Crowd(System::nanoTime, NAMELESS);
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
    filters.register(this::judge, BEFORE_AUTHENTICATION);
  }

  /** So many posts were stored since the last that were. */
  void stored(int posts) {
    crowd.stored(posts);
  }

  /**
   * It is known now whose the request under way is. Its place is held until it is let go of here,
   * too: who hangs up still has a post waiting.
   *
   * @throws Problem 429 where its police service has no place left; 503 where its connection ended
   */
  Place hold(String policeService) {
    RoutingContext context = request.getCurrent();
    if (context == null || !(context.get(PLACE) instanceof Place place)) {
      return Place.none();
    }
    if (!place.hold()) {
      throw GroupCommit.busy();
    }
    remember(context, policeService);
    if (!place.move(crowd, policeService)) {
      place.letGo();
      refused.increment();
      witness.turnedAway(policeService);
      throw Problem.tooMany("intake-busy", TITLE, SOON).expected(EXPECTED);
    }
    return place;
  }

  private void remember(RoutingContext context, String policeService) {
    if (context.get(CREDENTIAL) instanceof String credential) {
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
    if (length(asked) > IncidentResource.LARGEST) {
      // Refused by its door as it is, and to send it again would be of no use.
      context.next();
      return;
    }
    String credential = credential(asked);
    String known = source(credential);
    Crowd among = credential == null ? nameless : known == null ? strangers : crowd;
    String source = known == null ? address(asked) : known;
    int places = Crowd.places(bytes(asked));
    if (!among.enter(source, places)) {
      refuse(context, known);
      return;
    }
    Place place = new Place(among, source, places);
    context.put(PLACE, place);
    context.addEndHandler(ended -> place.letGo());
    if (known == null && credential != null) {
      context.put(CREDENTIAL, credential);
    }
    context.next();
  }

  private static String address(HttpServerRequest asked) {
    SocketAddress address = asked.remoteAddress();
    return address == null ? "" : String.valueOf(address.hostAddress());
  }

  /** How many bytes its body may have: one that is compressed may have any number. */
  private static long bytes(HttpServerRequest asked) {
    long said = length(asked);
    boolean plain = said >= 0 && asked.getHeader("Content-Encoding") == null;
    return plain ? said : Math.max(said, UNSAID);
  }

  /** What the header says; less than 0 where it says nothing. */
  private static long length(HttpServerRequest asked) {
    String length = asked.getHeader("Content-Length");
    try {
      return length == null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException wrong) {
      return -1;
    }
  }

  private void refuse(RoutingContext context, @Nullable String known) {
    refused.increment();
    if (known != null) {
      witness.turnedAway(known);
    }
    HttpServerRequest asked = context.request();
    long length = length(asked);
    if (length >= 0 && length <= LETS_RUN_OUT) {
      // What it sends runs out unread, so that its connection can be used again.
      asked.resume();
    } else {
      EarlyRefusal.endConnection(context);
    }
    context
        .response()
        .setStatusCode(TOO_MANY)
        .putHeader("Retry-After", "1")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Content-Type", "application/problem+json")
        .end(BUSY);
  }

  private @Nullable String source(@Nullable String credential) {
    if (credential == null) {
      return null;
    }
    synchronized (sources) {
      return sources.get(credential);
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
