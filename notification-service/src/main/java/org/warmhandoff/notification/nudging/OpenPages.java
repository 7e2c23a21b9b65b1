package org.warmhandoff.notification.nudging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.warmhandoff.notification.Nudges;

/** The pages that are open now. There are bounds: whoever is over them looks by loading again. */
@ApplicationScoped
class OpenPages {

  private static final Logger LOG = Logger.getLogger(OpenPages.class);
  private static final int MOST = 2_000;
  private static final int MOST_OF_ONE = 8;
  private static final long RECONNECT_MILLIS = 2_000;

  private final Nudges nudges;
  private final Map<OpenPage, Entry> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("open-pages").factory());

  /** Whose it is, and how it stops being told. */
  private record Entry(String who, List<Runnable> ends) {}

  OpenPages(Nudges nudges) {
    this.nudges = nudges;
    ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    ticker.shutdownNow();
    open.keySet().forEach(this::end);
  }

  /**
   * Tells it from now on of these subjects.
   *
   * @return false where there are too many already
   */
  boolean join(String who, Set<String> subjects, SseEventSink sink, Sse sse) {
    long ofOne = open.values().stream().filter(entry -> entry.who().equals(who)).count();
    if (open.size() >= MOST || ofOne >= MOST_OF_ONE) {
      return false;
    }
    OpenPage page = new OpenPage(sink, sse, System.nanoTime());
    List<Runnable> ends = new ArrayList<>();
    subjects.forEach(
        subject -> ends.add(nudges.listen(subject, () -> page.changed(System.nanoTime()))));
    open.put(page, new Entry(who, ends));
    page.greet(
        RECONNECT_MILLIS + ThreadLocalRandom.current().nextLong(RECONNECT_MILLIS),
        System.nanoTime());
    return true;
  }

  private void tick() {
    try {
      long now = System.nanoTime();
      for (OpenPage page : open.keySet()) {
        if (page.over(now)) {
          end(page);
        } else {
          page.tick(now);
        }
      }
    } catch (RuntimeException failed) {
      LOG.warn("open pages could not be told, and are again", failed);
    }
  }

  private void end(OpenPage page) {
    Entry entry = open.remove(page);
    if (entry != null) {
      entry.ends().forEach(Runnable::run);
      page.close();
    }
  }
}
