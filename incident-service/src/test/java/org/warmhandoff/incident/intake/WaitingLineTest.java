package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.ReportReader;

class WaitingLineTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final WaitingLine line = new WaitingLine();

  private static Waiting post(String number) {
    return post(number, "nothing");
  }

  private static Waiting post(String number, String note) {
    Report report =
        ReportReader.read(
            """
            {"externalId":"%1$s","asOf":"%2$s","occurredAt":"%2$s","type":"DVA","status":"active",\
            "note":"%3$s"}"""
                .formatted(number, NOON.minusSeconds(60), note)
                .getBytes(StandardCharsets.UTF_8),
            false,
            NOON);
    return new Waiting(new Posted("windsor", report, null, null));
  }

  private Waiting join(String number) {
    Waiting post = post(number);
    assertThat(line.join(post)).isTrue();
    return post;
  }

  @Test
  void theyAreTakenInTheOrderTheyCame() {
    Waiting one = join("1");
    Waiting two = join("2");
    Waiting oneAgain = join("1");
    assertThat(line.next(1, 10)).containsExactly(one, two, oneAgain);
  }

  @Test
  void ofOneIncidentTheNextWaitsUntilTheLastIsDone() {
    Waiting one = join("1");
    assertThat(line.next(1, 10)).containsExactly(one);
    Waiting oneAgain = join("1");
    Waiting two = join("2");
    assertThat(line.next(1, 10)).containsExactly(two);
    line.done(List.of(one));
    assertThat(line.next(1, 10)).containsExactly(oneAgain);
  }

  @Test
  void whoLeftIsNotTaken() {
    Waiting one = join("1");
    Waiting two = join("2");
    one.leave();
    assertThat(line.next(1, 10)).containsExactly(two);
    two.leave();
    assertThat(two.handBack()).as("nobody would take it").isFalse();
  }

  @Test
  void whatIsPutBackComesFirst() {
    Waiting one = join("1");
    Waiting again = join("1");
    assertThat(line.next(1, 10)).containsExactly(one, again);
    Waiting two = join("2");
    assertThat(one.handBack()).isTrue();
    assertThat(again.putBack()).isTrue();
    line.putBack(List.of(again));
    assertThat(line.next(1, 10)).as("its incident is under way").containsExactly(two);
    line.done(List.of(one));
    assertThat(line.next(1, 10)).containsExactly(again);
  }

  @Test
  void longPostsMakeSmallGroups() {
    Set<Waiting> all = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Waiting post = post("long " + i, "x".repeat(90_000));
      assertThat(line.join(post)).isTrue();
      all.add(post);
    }
    List<Waiting> first = line.next(1, 256);
    assertThat(first).hasSizeBetween(4, 30);
    while (!all.isEmpty()) {
      all.removeAll(first);
      first = all.isEmpty() ? List.of() : line.next(1, 256);
    }
  }

  @Test
  void whoIsHandedBackIsToldOnceTheOthersAreInTheLine() {
    Waiting one = join("1");
    assertThat(line.next(1, 10)).containsExactly(one);
    assertThat(one.handBack()).isTrue();
    assertThat(one.isAlone()).isTrue();
    assertThat(one.verdict()).isNotDone();
    one.takeItAlone();
    assertThat(one.verdict()).isCompletedWithValue(new Waiting.Verdict.TakeItAlone());
  }

  @Test
  void aClosedLineLetsNobodyInAndGivesOutItsLast() {
    Waiting one = join("1");
    line.close();
    assertThat(line.join(post("2"))).isFalse();
    assertThat(line.next(16, 10)).containsExactly(one);
    assertThat(line.next(16, 10)).isEmpty();
  }
}
