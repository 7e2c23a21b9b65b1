package org.warmhandoff.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.warmhandoff.eventing.time.ClockFile;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;
import org.warmhandoff.simulator.stack.Quiet;

/**
 * Steps the clock from event to event. In a step everything of that instant is done, then nothing
 * moves until nothing is in flight; what was told meanwhile plans new acts. Reports nobody answers
 * to are posted side by side, and the clock goes on as soon as intake has them.
 */
final class Week {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SIDE_BY_SIDE = 8;

  private final Play play;
  private final ClockFile clock;
  private final Quiet quiet;
  private final Hearing ear;
  private final Workers workers;
  private final Agencies agencies;
  private final ExecutorService hands =
      Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory());
  private long steps;

  Week(Play play, ClockFile clock, Quiet quiet, Hearing ear, Workers workers, Agencies agencies) {
    this.play = play;
    this.clock = clock;
    this.quiet = quiet;
    this.ear = ear;
    this.workers = workers;
    this.agencies = agencies;
  }

  /** Told after every step. */
  @FunctionalInterface
  interface Watcher {
    void at(Instant now);
  }

  /** Plays everything planned before this instant, and what follows from it before this instant. */
  void playUntil(Instant end, Watcher watcher) {
    for (Instant next = play.agenda.next();
        next != null && next.isBefore(end);
        next = play.agenda.next()) {
      step(next, watcher);
    }
    moveTo(end);
    settle();
  }

  /** Plays on until nobody has anything planned any more. */
  void playToTheEnd(Watcher watcher) {
    for (Instant next = play.agenda.next(); next != null; next = play.agenda.next()) {
      step(next, watcher);
    }
  }

  private void step(Instant instant, Watcher watcher) {
    moveTo(instant);
    List<Agenda.Planned> due = play.agenda.take();
    sideBySide(due.stream().filter(Agenda.Planned::quiet).toList());
    List<Agenda.Planned> answered = due.stream().filter(act -> !act.quiet()).toList();
    if (!answered.isEmpty()) {
      answered.forEach(planned -> planned.act().play());
      settle();
    }
    steps++;
    watcher.at(instant);
  }

  /** Waits until nothing is in flight, then lets everybody hear what was told. */
  void settle() {
    Map<TopicPartition, Long> ends = quiet.await(PATIENCE);
    for (Heard heard : ear.upTo(ends)) {
      workers.hear(heard);
    }
    agencies.hear(ends);
    play.told.settled();
  }

  long steps() {
    return steps;
  }

  private void moveTo(Instant instant) {
    if (instant.isAfter(clock.instant())) {
      clock.freezeAt(instant);
    }
  }

  private void sideBySide(List<Agenda.Planned> acts) {
    List<Future<?>> running = new ArrayList<>();
    acts.forEach(planned -> running.add(hands.submit(planned.act()::play)));
    for (Future<?> act : running) {
      try {
        act.get();
      } catch (ExecutionException e) {
        throw new Unreachable("a report could not be posted: " + e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unreachable("interrupted");
      }
    }
  }
}
