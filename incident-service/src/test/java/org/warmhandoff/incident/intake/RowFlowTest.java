package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.ReportReader;

class RowFlowTest {

  private static final long MILLISECOND = 1_000_000L;

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Room room = new Room(8_000_000, 4_000_000);

  /** A line of about 90 kB. */
  private static Row longRow(long number) {
    byte[] line =
        """
        {"externalId":"%1$s","asOf":"%2$s","occurredAt":"%2$s","type":"DVA","status":"active",\
        "note":"%3$s"}"""
            .formatted(number, NOON.minusSeconds(60), "x".repeat(90_000))
            .getBytes(StandardCharsets.UTF_8);
    return new Row.Readable(number, ReportReader.read(line, false, NOON), null);
  }

  private static List<Row> rows(int from, int many) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      rows.add(new Row.Refused(from + i, Problem.wrong("wrong", "Wrong.")));
    }
    return rows;
  }

  @Test
  void groupsGrowWhereTheyAreQuickAndShrinkWhereTheyAreNot() {
    assertThat(RowFlow.after(32, 32, 50 * MILLISECOND)).isEqualTo(64);
    assertThat(RowFlow.after(256, 256, 50 * MILLISECOND)).isEqualTo(256);
    assertThat(RowFlow.after(64, 10, 50 * MILLISECOND)).as("it was not full").isEqualTo(64);
    assertThat(RowFlow.after(64, 64, 500 * MILLISECOND)).isEqualTo(64);
    assertThat(RowFlow.after(64, 64, 2_000 * MILLISECOND)).isEqualTo(32);
    assertThat(RowFlow.after(8, 8, 60_000 * MILLISECOND)).isEqualTo(8);
  }

  @Test
  void rowsAreTakenInTheirOrderAndAllBeforeItIsFinished() throws Exception {
    List<Long> taken = new ArrayList<>();
    RowFlow flow =
        new RowFlow(
            task -> Thread.ofVirtual().start(task),
            room,
            group -> {
              group.forEach(row -> taken.add(row.number()));
              return true;
            });
    for (int from = 0; from < 2_000; from += 20) {
      assertThat(flow.hand(rows(from, 20))).isTrue();
    }
    assertThat(flow.finish()).isTrue();
    assertThat(taken).hasSize(2_000).isSorted();
  }

  @Test
  void nothingIsTakenAfterItsEnd() throws Exception {
    List<Row> taken = new ArrayList<>();
    RowFlow flow =
        new RowFlow(
            Runnable::run,
            room,
            group -> {
              taken.addAll(group);
              return false;
            });
    assertThat(flow.hand(rows(1, 3))).isFalse();
    assertThat(flow.hand(rows(4, 3))).isFalse();
    assertThat(flow.finish()).isFalse();
    assertThat(taken).hasSize(3);
  }

  @Test
  void longRowsMakeSmallGroupsAndAreNeverAllInMemory() throws Exception {
    List<Long> taken = new ArrayList<>();
    AtomicLong most = new AtomicLong();
    AtomicLong largest = new AtomicLong();
    RowFlow flow =
        new RowFlow(
            task -> Thread.ofVirtual().start(task),
            room,
            group -> {
              most.accumulateAndGet(room.held(), Math::max);
              largest.accumulateAndGet(group.stream().mapToLong(Row::bytes).sum(), Math::max);
              group.forEach(row -> taken.add(row.number()));
              return true;
            });
    for (int number = 1; number <= 100; number++) {
      assertThat(flow.hand(List.of(longRow(number)))).isTrue();
    }
    assertThat(flow.finish()).isTrue();
    assertThat(taken).hasSize(100).isSorted();
    assertThat(most).hasValueBetween(90_000L, 4_000_000L);
    assertThat(largest).hasValueLessThan(GroupCommit.MOST_BYTES + 1_000_000);
    assertThat(room.held()).isZero();
  }

  @Test
  void whoHoldsNothingGoesOnWhereOthersHoldAllThereIs() throws Exception {
    Room small = new Room(10, 10);
    Room.Share other = small.share();
    other.enter(1_000);
    List<Row> taken = new ArrayList<>();
    RowFlow flow =
        new RowFlow(
            Runnable::run,
            small,
            group -> {
              taken.addAll(group);
              return true;
            });
    assertThat(flow.hand(rows(1, 3))).isTrue();
    assertThat(flow.hand(rows(4, 3))).isTrue();
    assertThat(taken).hasSize(6);
    assertThat(small.held()).isEqualTo(1_000);
  }

  @Test
  void anErrorWhileStoringEndsTheStreamAndNobodyWaits() {
    RowFlow flow =
        new RowFlow(
            task -> Thread.ofVirtual().start(task),
            room,
            group -> {
              throw new StackOverflowError();
            });
    assertThatThrownBy(
            () -> {
              flow.hand(rows(1, 40));
              flow.finish();
            })
        .hasCauseInstanceOf(StackOverflowError.class);
    flow.settle();
    assertThat(room.held()).isZero();
  }

  @Test
  void whereNobodyCanStoreNobodyWaits() {
    RowFlow flow =
        new RowFlow(
            task -> {
              throw new RejectedExecutionException();
            },
            room,
            group -> true);
    assertThatThrownBy(() -> flow.hand(rows(1, 3))).isInstanceOf(RejectedExecutionException.class);
    flow.settle();
    assertThat(room.held()).isZero();
  }

  @Test
  void aBatchIsCutWhereItsGroupsWouldBeTooLarge() {
    assertThat(Load.groups(rows(1, 600))).extracting(List::size).containsExactly(256, 256, 88);
    List<Row> named = new ArrayList<>();
    for (int number = 1; number <= 40; number++) {
      named.add(naming(number, 10));
    }
    assertThat(Load.groups(named)).extracting(List::size).containsExactly(26, 14);
    assertThat(Load.groups(List.of())).isEmpty();
  }

  private static Row naming(long number, int persons) {
    String named =
        IntStream.range(0, persons)
            .mapToObj("{\"ref\":\"%d\",\"role\":\"victim\",\"name\":\"Canary\"}"::formatted)
            .collect(Collectors.joining(","));
    byte[] line =
        """
        {"externalId":"%1$s","asOf":"%2$s","occurredAt":"%2$s","type":"DVA","status":"active",\
        "persons":[%3$s]}"""
            .formatted(number, NOON.minusSeconds(60), named)
            .getBytes(StandardCharsets.UTF_8);
    Report report = ReportReader.read(line, false, NOON);
    assertThat(report.persons()).hasSize(persons);
    return new Row.Readable(number, report, null);
  }
}
