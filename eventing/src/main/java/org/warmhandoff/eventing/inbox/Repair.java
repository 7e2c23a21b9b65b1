package org.warmhandoff.eventing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Order;
import org.warmhandoff.eventing.inbox.Arrival.Readable;
import org.warmhandoff.eventing.inbox.Arrival.Spoiled;

/**
 * What can be done to records that were set aside. Each step is one transaction, in the consumer's
 * turn alone: whenever it ends, by a kill too, the records of a key are either handled or still
 * stand in their order.
 */
@ApplicationScoped
public class Repair {

  private static final Logger LOG = Logger.getLogger(Repair.class);
  private static final String DROPPED_HERE = "/quarantine";

  /** How long one request goes on sending; what is left can be asked for again. */
  private static final long BUDGET_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int ATTEMPTS = 8;

  private final Ward ward;
  private final Instance<Handler> handlers;
  private final Transactions transactions;
  private final WaitingRoom waitingRoom;

  Repair(
      Ward ward, Instance<Handler> handlers, Transactions transactions, WaitingRoom waitingRoom) {
    this.ward = ward;
    this.handlers = handlers;
    this.transactions = transactions;
    this.waitingRoom = waitingRoom;
  }

  /** What became of an action. */
  public sealed interface Outcome {

    /**
     * It has left the quarantine.
     *
     * @param records how many left, those behind it included
     * @param left how many of its key are still to be sent
     */
    record Gone(int records, long left) implements Outcome {}

    /**
     * One failed again and stays, with those behind it.
     *
     * @param records how many left before it
     * @param left how many of its key are still there, itself included
     */
    record Stays(long number, String reason, int records, long left) implements Outcome {}

    /** It was not touched. */
    record Refused(Why why) implements Outcome {}
  }

  /** Why nothing was done. */
  public enum Why {
    NOT_THERE,
    STANDS_BEHIND,
    CHANGED_MEANWHILE,
    NO_SUCH_CONSUMER,
    UNREADABLE,
    UNKNOWN_TYPE,
    OTHER_EVENT,
    VERSION_NEEDED,
    NO_SUCH_VERSION,
    TRY_LATER
  }

  /** Sends a record again, and then those behind it, each in the transaction of its effect. */
  public Outcome sendAgain(long number, int edition, Note note) {
    long end = System.nanoTime() + BUDGET_NANOS;
    long next = number;
    Step step = send(number, edition, note);
    Shelf.Rest rest = Shelf.Rest.NOTHING;
    for (int sent = 0; ; ) {
      switch (step) {
        case Step.Failed failed -> {
          return new Outcome.Stays(next, failed.reason(), sent, failed.left());
        }
        case Step.Untouched untouched -> {
          return sent > 0
              ? new Outcome.Gone(sent, rest.records())
              : new Outcome.Refused(untouched.why());
        }
        case Step.Left left -> {
          sent++;
          rest = left.rest();
          if (rest.next().isEmpty() || System.nanoTime() > end) {
            return new Outcome.Gone(sent, rest.records());
          }
          next = rest.next().getAsLong();
          step = sendOn(next, note);
        }
      }
    }
  }

  /** What has gone is to be told even where the database gives out before the next. */
  private Step sendOn(long number, Note note) {
    try {
      return send(number, null, note);
    } catch (RuntimeException e) {
      LOG.warnf("record %d could not be sent in its turn (%s)", number, Failures.reason(e));
      return new Step.Untouched(Why.TRY_LATER);
    }
  }

  /**
   * Drops a record with a word: it counts as taken without any effect, so that its aggregate's next
   * version applies.
   *
   * @param subject the aggregate it stood for, where it cannot be read off it
   * @param version the version it made, 0 for none, where it cannot be read off it
   */
  public Outcome drop(
      long number, int edition, @Nullable UUID subject, @Nullable Long version, Note note) {
    if (version != null && version < 0) {
      return new Outcome.Refused(Why.NO_SUCH_VERSION);
    }
    Step step =
        step(
            number,
            edition,
            (taking, entry) -> {
              Head head = Content.of(entry.letter()).head();
              if (head == null && isUnsaid(taking.order(), subject, version)) {
                return new Step.Untouched(Why.VERSION_NEEDED);
              }
              if (head != null) {
                taking.again(entry.letter().dropped(head), entry.claimed());
              } else if (subject != null && version != null && version > 0) {
                taking.again(entry.letter().dropped(standIn(subject, version)), false);
              }
              Shelf.Rest rest = taking.shelf().remove(number);
              taking.shelf().log(entry.row(), "dropped", entry.row().reason(), note);
              return new Step.Left(rest);
            },
            note);
    return switch (step) {
      case Step.Left left -> new Outcome.Gone(1, left.rest().records());
      case Step.Failed failed -> new Outcome.Stays(number, failed.reason(), 0, failed.left());
      case Step.Untouched untouched -> new Outcome.Refused(untouched.why());
    };
  }

  /** Whether it is not said what an unreadable record stood for: none, or a version of whom. */
  private static boolean isUnsaid(Order order, @Nullable UUID subject, @Nullable Long version) {
    return version == null ? order == Order.VERSIONED : version > 0 && subject == null;
  }

  /** One record again; package-private so that a test can stop between two. */
  Step send(long number, @Nullable Integer edition, Note note) {
    return step(
        number,
        edition,
        (taking, entry) ->
            switch (entry.letter().open()) {
              case Spoiled spoiled -> {
                taking.shelf().stays(number, spoiled.reason());
                taking.shelf().log(entry.row(), "failed", spoiled.reason(), note);
                yield new Step.Failed(spoiled.reason(), 1 + entry.row().waiting());
              }
              case Readable readable -> {
                taking.again(readable, entry.claimed());
                Shelf.Rest rest = taking.shelf().remove(number);
                taking.shelf().log(entry.row(), "sent", "handled", note);
                yield new Step.Left(rest);
              }
            },
        note);
  }

  /** What one transaction did. */
  sealed interface Step {
    record Left(Shelf.Rest rest) implements Step {}

    /**
     * @param left how many of its key are there, itself included
     */
    record Failed(String reason, long left) implements Step {}

    record Untouched(Why why) implements Step {}
  }

  private interface Action {
    Step on(Taking taking, Shelf.Entry entry) throws SQLException;
  }

  private Step step(long number, @Nullable Integer edition, Action action, Note note) {
    Optional<Ward.Record> found = ward.find(number);
    if (found.isEmpty()) {
      return new Step.Untouched(Why.NOT_THERE);
    }
    String consumer = found.get().row().consumer();
    Optional<Handler> handler =
        handlers.stream().filter(one -> one.consumer().equals(consumer)).findFirst();
    if (handler.isEmpty()) {
      return new Step.Untouched(Why.NO_SUCH_CONSUMER);
    }
    Trial trial = new Trial(consumer, transactions);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      AtomicReference<@Nullable Step> done = new AtomicReference<>();
      try {
        boolean waits =
            transactions.run(
                handler.get(),
                Turn.ALONE,
                taking -> done.set(attempt(taking, number, edition, action)));
        if (waits) {
          waitingRoom.expectSomebody();
        }
        waitingRoom.ring();
        return Objects.requireNonNull(done.get());
      } catch (Transactions.Stopped e) {
        return new Step.Untouched(Why.TRY_LATER);
      } catch (RuntimeException e) {
        if (trial.judge(e, 1) == Trial.Verdict.SET_ASIDE) {
          return failed(number, Failures.reason(e), note);
        }
      }
    }
    return new Step.Untouched(Why.TRY_LATER);
  }

  private static Step attempt(Taking taking, long number, @Nullable Integer edition, Action action)
      throws SQLException {
    Optional<Shelf.Entry> entry = taking.shelf().find(number);
    if (entry.isEmpty()) {
      return new Step.Untouched(Why.NOT_THERE);
    }
    SetAside row = entry.get().row();
    if (row.behind() != null) {
      return new Step.Untouched(Why.STANDS_BEHIND);
    }
    if (edition != null && edition != row.edition()) {
      return new Step.Untouched(Why.CHANGED_MEANWHILE);
    }
    return action.on(taking, entry.get());
  }

  private Step failed(long number, String reason, Note note) {
    return ward.inTransaction(
        shelf -> {
          Optional<Shelf.Entry> entry = shelf.find(number);
          if (entry.isPresent()) {
            shelf.stays(number, reason);
            shelf.log(entry.get().row(), "failed", reason, note);
          }
          return new Step.Failed(reason, entry.map(one -> 1 + one.row().waiting()).orElse(0L));
        });
  }

  private static Head standIn(UUID subject, long version) {
    return new Head(
        UUID.randomUUID(),
        DROPPED_HERE,
        Letter.DROPPED,
        subject,
        subject.toString(),
        version,
        "",
        "",
        Mode.LIVE,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        null);
  }
}
