package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.ProblemBody;
import org.warmhandoff.incident.IntakeFlag;
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
  static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * What a form or a clock can be mended by. Who is in an incident is nothing to be counted: the
   * member of staff who is named in one may be the one who reads the counts.
   */
  private static final Set<String> OF_THE_FORM =
      Stream.of(
              IntakeFlag.SAME_TIME_OTHER_CONTENT,
              IntakeFlag.TIME_AHEAD,
              IntakeFlag.IGNORED_OLDER,
              IntakeFlag.UNKNOWN_CODE)
          .map(IntakeFlag::code)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<Receipt.Outcome, String> OUTCOMES =
      Map.of(
          Receipt.Outcome.CREATED, "created",
          Receipt.Outcome.UPDATED, "updated",
          Receipt.Outcome.UNCHANGED, "unchanged",
          Receipt.Outcome.IGNORED, "ignored");

  private final IntakeTally tally;
  private final FieldNames names;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Instant> lastLooks = new ConcurrentHashMap<>();

  IntakeWitness(IntakeTally tally, FieldNames names, InstantSource clock) {
    this.tally = tally;
    this.names = names;
    this.clock = clock;
  }

  /** A post was taken. */
  void took(String policeService, Receipt receipt) {
    took(policeService, receipt.outcome(), receipt.flags());
  }

  private void took(String policeService, Receipt.Outcome outcome, List<String> flags) {
    tally.count(policeService, Kind.TAKEN, OUTCOMES.getOrDefault(outcome, ""), "");
    for (String flag : flags) {
      if (OF_THE_FORM.contains(flag)) {
        tally.count(policeService, Kind.ODD, flag, "");
      }
    }
  }

  /** A post was refused. */
  void refused(String policeService, ProblemBody problem) {
    String code = problem.type().substring(problem.type().lastIndexOf('/') + 1);
    @Nullable String pointer = problem.pointer();
    tally.count(
        policeService, Kind.REFUSED, code, pointer == null ? "" : Pointers.pattern(pointer));
  }

  /** A post was not let in: too many were waiting. */
  void turnedAway(String policeService) {
    tally.count(policeService, Kind.REFUSED, "intake-busy", "");
  }

  /** Rows were taken or refused. */
  List<Row.Told> told(String policeService, List<Row.Told> rows) {
    for (Row.Told row : rows) {
      if (row.problem() != null) {
        refused(policeService, row.problem());
      } else if (row.outcome() != null) {
        took(policeService, row.outcome(), row.flags());
      }
    }
    return rows;
  }

  /**
   * Looks at one post a minute of a police service for what decides nothing in it.
   *
   * @param posted gives what was posted, and is asked only where a look is due
   */
  void look(String policeService, Supplier<PostedReport> posted) {
    Instant now = clock.instant();
    boolean[] due = new boolean[1];
    lastLooks.compute(
        policeService,
        (code, last) -> {
          due[0] = last == null || !now.isBefore(last.plus(PAUSE));
          return due[0] ? now : last;
        });
    if (!due[0]) {
      return;
    }
    try {
      note(policeService, posted.get().explained(now));
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
    names.look(policeService);
    for (Reading.Ignored one : reading.ignored()) {
      String place = names.told(policeService, one.pointer(), number);
      tally.count(policeService, Kind.UNUSED, one.why().code(), place);
    }
  }
}
