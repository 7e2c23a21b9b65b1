package org.warmhandoff.faults.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.weave.Point;

class PlanTest {

  private static final int LONG_RUN = 500;

  @Test
  void theSameSeedGivesTheSamePlan() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(Plan.of(seed)).isEqualTo(Plan.of(seed));
    }
    assertThat(Plan.of(1)).isNotEqualTo(Plan.of(2));
  }

  @Test
  void aLongRunDealsEveryPointOftenEnoughAndEveryKindOfFault() {
    Map<Point, Integer> dealt = new EnumMap<>(Point.class);
    Set<String> kinds =
        LongStream.rangeClosed(1, LONG_RUN)
            .boxed()
            .flatMap(seed -> Plan.of(seed).steps().stream())
            .map(Plan.Step::fault)
            .peek(
                fault -> {
                  if (fault instanceof Fault.AtPoint point) {
                    dealt.merge(point.point(), 1, Integer::sum);
                  }
                })
            .map(Fault::kind)
            .collect(Collectors.toSet());

    assertThat(dealt.keySet()).containsExactlyInAnyOrder(Point.values());
    assertThat(dealt.values()).allMatch(times -> times >= 80);
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "AtPoint",
            "Kill",
            "Stop",
            "Partition",
            "CutDatabase",
            "LoseBrokerDisk",
            "FillDisk",
            "SlowDisk",
            "ClockJump",
            "RebalanceStorm",
            "Plant");
  }

  @Test
  void whoeverIsToFailAtItsStartIsStartedAgain() {
    List<Plan> plans =
        LongStream.rangeClosed(1, LONG_RUN)
            .mapToObj(Plan::of)
            .filter(plan -> plan.arms(Point.RELAY_LED))
            .toList();
    assertThat(plans).hasSizeGreaterThan(80);
    for (Plan plan : plans) {
      String program =
          plan.steps().stream()
              .map(Plan.Step::fault)
              .filter(fault -> fault instanceof Fault.AtPoint at && at.point() == Point.RELAY_LED)
              .map(fault -> ((Fault.AtPoint) fault).program())
              .findFirst()
              .orElseThrow();
      assertThat(plan.steps())
          .filteredOn(step -> step.fault().equals(new Fault.Kill(program)))
          .anyMatch(step -> step.at().toMillis() < 1_000);
    }
  }

  @Test
  void aPointIsArmedWhereSomebodyComesBy() {
    Map<Point, Set<String>> armed = new EnumMap<>(Point.class);
    for (long seed = 1; seed <= LONG_RUN; seed++) {
      for (Plan.Step step : Plan.of(seed).steps()) {
        if (step.fault() instanceof Fault.AtPoint at) {
          armed.computeIfAbsent(at.point(), point -> new HashSet<>()).add(at.program());
        }
      }
    }
    assertThat(armed.get(Point.RELAY_SENT))
        .containsExactlyInAnyOrder("incident-service", "notification-service", "referral-service");
    assertThat(armed.get(Point.INBOX_TAKEN)).hasSize(4);
    assertThat(armed.get(Point.FACTS_STORING)).containsExactly("analytics-service");
  }

  @Test
  void noPointGetsAFaultItDoesNotTakeAndNoPlanThrowsTwice() {
    for (long seed = 1; seed <= LONG_RUN; seed++) {
      int thrown = 0;
      for (Plan.Step step : Plan.of(seed).steps()) {
        if (step.fault() instanceof Fault.AtPoint point) {
          assertThat(point.point().takes(point.action())).isTrue();
          thrown += point.action() == Action.THROW ? 1 : 0;
        }
      }
      assertThat(thrown).isLessThanOrEqualTo(1);
    }
  }
}
