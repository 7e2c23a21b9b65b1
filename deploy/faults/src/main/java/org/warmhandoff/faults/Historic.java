package org.warmhandoff.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.plan.Plan;
import org.warmhandoff.faults.plan.Plan.Step;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.weave.Point;
import org.warmhandoff.faults.weave.Rewrite;

/**
 * A fault that systems of this kind have had, or that this one would have if one of its lines were
 * missing. Each is brought back into a copy of the programs, one by one, to see that the checker
 * catches it: a checker that has never said no proves nothing.
 *
 * @param what in one line, for the report
 * @param rewrites what is changed in the programs
 * @param settings what is set otherwise, by system property
 * @param sql what is changed in a database before the first schedule, by database
 * @param steps what must happen for it to show
 * @param caughtBy rules of the check that are meant for it: another one that fails is chance
 */
public record Historic(
    String name,
    String what,
    List<Rewrite> rewrites,
    Map<String, String> settings,
    Map<String, List<String>> sql,
    List<Step> steps,
    Set<String> caughtBy) {

  static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

  public Historic {
    rewrites = List.copyOf(rewrites);
    settings = Map.copyOf(settings);
    sql = Map.copyOf(sql);
    steps = List.copyOf(steps);
    caughtBy = Set.copyOf(caughtBy);
  }

  /** Whether a rule that is meant for it is among them. */
  boolean isCaughtBy(Collection<String> rules) {
    return rules.stream().anyMatch(caughtBy::contains);
  }

  Plan plan(long seed) {
    return new Plan(seed, steps);
  }

  Historic setting(String property, String value) {
    return new Historic(
        name, what, rewrites, Map.of(CONNECTOR + property, value), sql, steps, caughtBy);
  }

  Historic settings(Map<String, String> properties) {
    return new Historic(name, what, rewrites, properties, sql, steps, caughtBy);
  }

  Historic sql(Map<String, List<String>> statements) {
    return new Historic(name, what, rewrites, settings, statements, steps, caughtBy);
  }

  Historic when(Step... more) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(List.of(more));
    return new Historic(name, what, rewrites, settings, sql, all, caughtBy);
  }

  /** Says which rules are meant for it. */
  Historic by(String... rules) {
    return new Historic(name, what, rewrites, settings, sql, steps, Set.of(rules));
  }

  static Historic fault(String name, String what, Rewrite... rewrites) {
    return new Historic(name, what, List.of(rewrites), Map.of(), Map.of(), List.of(), Set.of());
  }

  static Step at(Point point, String program, Action action, int nth, int millis) {
    return new Step(
        Duration.ZERO, new Fault.AtPoint(point, program, action, nth, Duration.ofMillis(millis)));
  }

  static Step after(int millis, Fault fault) {
    return new Step(Duration.ofMillis(millis), fault);
  }

  /** All of them. */
  public static List<Historic> all() {
    List<Historic> all = new ArrayList<>();
    all.addAll(HistoricEventing.ofTheRelay());
    all.addAll(HistoricEventing.ofTheInbox());
    all.addAll(HistoricServices.all());
    return all;
  }
}
