package org.warmhandoff.incident.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A single post that waits for the transaction it is stored in. */
final class Waiting {

  private enum Stage {
    QUEUED,
    BEING_STORED,
    ALONE,
    LEFT
  }

  /** What its request thread is told. */
  sealed interface Verdict {

    /** It was committed, or refused. */
    record Answered(Taken taken) implements Verdict {}

    /** Its group was spoilt: whoever waits takes it alone. */
    record TakeItAlone() implements Verdict {}

    /** Nothing of its group is stored. */
    record Failed(RuntimeException failure) implements Verdict {}
  }

  /** Posts of one incident are stored one after the other. */
  record Number(String policeService, String externalId) {}

  private final Posted posted;
  private final Number number;
  private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);

  Waiting(Posted posted) {
    this.posted = posted;
    this.number = new Number(posted.policeService(), posted.report().externalId());
  }

  Posted posted() {
    return posted;
  }

  Number number() {
    return number;
  }

  CompletableFuture<Verdict> verdict() {
    return verdict;
  }

  /** A writer takes it, unless nobody waits for it any more. */
  boolean begin() {
    return stage.compareAndSet(Stage.QUEUED, Stage.BEING_STORED);
  }

  /** It is its own thread's to take, once that is told so; false where that has left. */
  boolean handBack() {
    return stage.compareAndSet(Stage.BEING_STORED, Stage.ALONE);
  }

  /** Tells its thread to take it. */
  void takeItAlone() {
    verdict.complete(new Verdict.TakeItAlone());
  }

  /** Lets it wait on; false where nobody waits for it any more. */
  boolean putBack() {
    return stage.compareAndSet(Stage.BEING_STORED, Stage.QUEUED);
  }

  /** Nobody waits for it any more: it is not begun, and not taken alone. What is begun goes on. */
  void leave() {
    if (!stage.compareAndSet(Stage.QUEUED, Stage.LEFT)) {
      stage.compareAndSet(Stage.BEING_STORED, Stage.LEFT);
    }
  }

  /** Whether it was handed back, and is its own thread's to take. */
  boolean isAlone() {
    return stage.get() == Stage.ALONE;
  }
}
