package org.warmhandoff.incident.intake;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.warmhandoff.console.key.KeyHolder;
import org.warmhandoff.console.problem.Problem;

/**
 * Streams of lines that are open. Each holds one of this process's 24 threads from its first line
 * to its last, also while it waits for its sender or for its turn; so there are never as many as
 * would leave none for posts and pages.
 */
@ApplicationScoped
class OpenStreams {

  static final int OF_ONE_CALLER = 4;
  static final int OF_ONE_POLICE_SERVICE = 8;
  static final int OF_ALL = 16;

  private static final String ALL = "*";
  private static final Duration LATER = Duration.ofSeconds(5);

  private final CurrentVertxRequest request;
  private final Map<String, Integer> open = new HashMap<>();

  OpenStreams(CurrentVertxRequest request) {
    this.request = request;
  }

  /** What is done with the lines. */
  @FunctionalInterface
  interface Lines {

    /** Takes lines until their end; false where the connection must end before it. */
    boolean take(OutputStream answer) throws IOException;
  }

  private enum Stage {
    WAITING,
    RUNNING,
    ENDED
  }

  /**
   * Counts a stream until it has ended, or its connection has before it began.
   *
   * @throws Problem 429 where too many are open
   */
  StreamingOutput within(Pace pace, Lines lines) {
    List<String> places = places(pace);
    enter(places);
    AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    RoutingContext context = request.getCurrent();
    context.addEndHandler(done -> giveUp(stage, places));
    if (context.response().ended() || context.response().closed()) {
      giveUp(stage, places);
    }
    return answer -> {
      if (!stage.compareAndSet(Stage.WAITING, Stage.RUNNING)) {
        throw new IOException("the connection has ended");
      }
      try {
        if (!lines.take(answer)) {
          hangUp(context);
        }
      } finally {
        stage.set(Stage.ENDED);
        leave(places);
      }
    };
  }

  private void giveUp(AtomicReference<Stage> stage, List<String> places) {
    if (stage.compareAndSet(Stage.WAITING, Stage.ENDED)) {
      leave(places);
    }
  }

  /** Once the answer has ended; over HTTP/2 its end is the stream's. */
  private static void hangUp(RoutingContext context) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      context.addEndHandler(done -> context.request().connection().close());
    }
  }

  private static List<String> places(Pace pace) {
    KeyHolder holder = pace.holder();
    String caller = holder == null ? "token:" + pace.policeService() : "key:" + holder.line();
    return List.of(caller, pace.policeService(), ALL);
  }

  private synchronized void enter(List<String> places) {
    int[] most = {OF_ONE_CALLER, OF_ONE_POLICE_SERVICE, OF_ALL};
    for (int i = 0; i < most.length; i++) {
      if (open.getOrDefault(places.get(i), 0) >= most[i]) {
        throw Problem.tooMany("too-many-streams", "Too many streams of lines are open.", LATER)
            .expected(
                "at most %d of one system, %d of one police service and %d in all"
                    .formatted(OF_ONE_CALLER, OF_ONE_POLICE_SERVICE, OF_ALL));
      }
    }
    places.forEach(place -> open.merge(place, 1, Integer::sum));
  }

  private synchronized void leave(List<String> places) {
    places.forEach(place -> open.computeIfPresent(place, (name, n) -> n == 1 ? null : n - 1));
  }
}
