package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.ProblemBody;
import org.warmhandoff.incident.intake.reading.Pointers;
import org.warmhandoff.incident.intake.reading.Reading;
import org.warmhandoff.incident.intake.watching.FieldNames;
import org.warmhandoff.incident.intake.watching.IntakeTally;
import org.warmhandoff.incident.intake.watching.IntakeTally.Kind;

/**
 * Sees what becomes of posts and has it counted, in codes and places alone. It writes nothing, so
 * that a post waits for nothing more than before.
 */
@ApplicationScoped
class IntakeWitness {

  private static final Logger LOG = Logger.getLogger(IntakeWitness.class);

  /** A form does not change from one post to the next: a look now and then is enough. */
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private static final Map<Receipt.Outcome, String> OUTCOMES =
      Map.of(
          Receipt.Outcome.CREATED, "created",
          Receipt.Outcome.UPDATED, "updated",
          Receipt.Outcome.UNCHANGED, "unchanged",
          Receipt.Outcome.IGNORED, "ignored");

  private final IntakeTally tally;
  private final FieldNames names;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Long> lastLooks = new ConcurrentHashMap<>();

  IntakeWitness(IntakeTally tally, FieldNames names, InstantSource clock) {
    this.tally = tally;
    this.names = names;
    this.clock = clock;
  }

  /** A post was taken. */
  void took(String policeService, Receipt receipt) {
    String outcome = OUTCOMES.getOrDefault(receipt.outcome(), "");
    tally.count(policeService, Kind.TAKEN, outcome, "", receipt.incident());
    for (String flag : receipt.flags()) {
      tally.count(policeService, Kind.ODD, flag, "", receipt.incident());
    }
  }

  /** A post was refused. */
  void refused(String policeService, ProblemBody problem) {
    String code = problem.type().substring(problem.type().lastIndexOf('/') + 1);
    @Nullable String pointer = problem.pointer();
    tally.count(
        policeService, Kind.REFUSED, code, pointer == null ? "" : Pointers.pattern(pointer), null);
  }

  /** Rows were taken or refused. */
  List<Row.Told> told(String policeService, List<Row.Told> rows) {
    for (Row.Told row : rows) {
      if (row.problem() != null) {
        refused(policeService, row.problem());
      } else if (row.outcome() != null) {
        String outcome = OUTCOMES.getOrDefault(row.outcome(), "");
        tally.count(policeService, Kind.TAKEN, outcome, "", row.incident());
      }
    }
    return rows;
  }

  /**
   * Looks at one post a second of a police service for what decides nothing in it.
   *
   * @param posted gives what was posted, and is asked only where a look is due
   */
  void look(String policeService, Supplier<PostedReport> posted) {
    long now = System.nanoTime();
    boolean[] due = new boolean[1];
    lastLooks.compute(
        policeService,
        (code, last) -> {
          due[0] = last == null || now - last >= PAUSE;
          return due[0] ? now : last;
        });
    if (!due[0]) {
      return;
    }
    try {
      note(policeService, posted.get().explained(clock.instant()));
    } catch (RuntimeException unseen) {
      // The post was answered for already, or will be; a look must not change that.
      LOG.warnf("a post was not looked at (%s)", unseen.getClass().getName());
    }
  }

  private void note(String policeService, Reading reading) {
    if (reading.report() == null || !reading.taken()) {
      return;
    }
    String number = reading.report().externalId();
    for (Reading.Ignored one : reading.ignored()) {
      String place = names.told(policeService, one.pointer(), number);
      tally.count(policeService, Kind.UNUSED, one.why().code(), place, null);
    }
  }
}
