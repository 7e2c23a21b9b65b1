package org.warmhandoff.notification.nudging;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One page that somebody has open. It is told at most once a second, and never while it has not
 * taken what it was told before: however much happens, one word is on its way to it, and none of
 * ours waits for it.
 */
final class OpenPage {

  private static final long LONGEST_NANOS = Duration.ofMinutes(5).toNanos();
  private static final long STALLED_NANOS = Duration.ofSeconds(20).toNanos();
  private static final long APART_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

  private final SseEventSink sink;
  private final Sse sse;
  private final long openedAt;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicBoolean sending = new AtomicBoolean();
  private volatile long sentAt;

  OpenPage(SseEventSink sink, Sse sse, long now) {
    this.sink = sink;
    this.sse = sse;
    this.openedAt = now;
    this.sentAt = now - APART_NANOS;
  }

  /** The browser comes back by itself after this, each after another while. */
  void greet(long reconnectMillis, long now) {
    send(sse.newEventBuilder().name("hello").reconnectDelay(reconnectMillis).data("").build(), now);
  }

  void changed(long now) {
    changed.set(true);
    tick(now);
  }

  /** Sends what is to be said, or a sign of life. */
  void tick(long now) {
    boolean apart = now - sentAt >= APART_NANOS;
    if (apart && changed.get() && !sending.get()) {
      changed.set(false);
      send(sse.newEventBuilder().name("changed").data("").build(), now);
    } else if (now - sentAt >= HEARTBEAT_NANOS) {
      send(sse.newEventBuilder().comment("").build(), now);
    }
  }

  private void send(OutboundSseEvent event, long now) {
    if (!sink.isClosed() && sending.compareAndSet(false, true)) {
      sentAt = now;
      sink.send(event)
          .whenComplete(
              (sent, failed) -> {
                sending.set(false);
                if (failed != null) {
                  close();
                }
              });
    }
  }

  /**
   * Whether it is over: the page was left, takes nothing any more, or was open so long that whoever
   * has it open should show once more that they still may.
   */
  boolean over(long now) {
    return sink.isClosed()
        || now - openedAt >= LONGEST_NANOS
        || (sending.get() && now - sentAt >= STALLED_NANOS);
  }

  void close() {
    sink.close();
  }
}
