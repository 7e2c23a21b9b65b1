package org.warmhandoff.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Installation;
import org.warmhandoff.simulator.door.Tokens;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.feed.Feed;
import org.warmhandoff.simulator.feed.Mapping;

class ReplayTest {

  private static final String MAPPING =
      """
      version: 1
      time: {column: when, zone: America/Toronto}
      policeService: {default: windsor}
      fields:
        type: {column: kind}
      """;

  @TempDir private Path folder;
  private StandInIntake intake;
  private HttpClient http;
  private final List<Duration> waits = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  private final InstantSource clock =
      () -> {
        synchronized (waits) {
          return now;
        }
      };

  @BeforeEach
  void open() throws IOException {
    intake = new StandInIntake();
    http = Installation.client();
  }

  @AfterEach
  void close() {
    http.close();
    intake.close();
  }

  @Test
  void a_second_run_of_the_same_file_changes_nothing() throws Exception {
    Feed feed = feed(40, "THEFT");
    ReplayState state = state(feed);

    assertThat(replay(feed, new Pace.AtOnce(), state).outcomes()).isEqualTo(Map.of("created", 40));
    state.rewind();
    Summary second = replay(feed, new Pace.AtOnce(), state);

    assertThat(second.unchanged()).isTrue();
    assertThat(intake.known).hasSize(40);
  }

  @Test
  void a_stopped_run_goes_on_after_what_was_acknowledged_with_the_same_week_shift()
      throws Exception {
    Feed feed = feed(5, "THEFT");
    ReplayState first = state(feed);
    first.acknowledge(1);
    first.acknowledge(2);
    first.acknowledge(4);
    first.write();

    ReplayState again =
        ReplayState.open(folder, feed.hash(), "m".repeat(12), "url", false, () -> 99);
    Summary summary = replay(feed, new Pace.AtOnce(), again);

    assertThat(again.weeks()).isEqualTo(3);
    assertThat(summary.before()).isEqualTo(3);
    assertThat(intake.known.keySet()).allMatch(id -> id.endsWith("-3") || id.endsWith("-5"));
    assertThat(again.acknowledged()).isEqualTo(5);
  }

  @Test
  void a_refused_row_is_told_with_its_problem_and_the_others_go_on() throws Exception {
    Feed feed =
        read(
            "when,kind\n2018-01-08T00:00:00,THEFT\n2018-01-08T00:01:00,BAD\n2018-01-08T00:02:00,THEFT\n");

    for (Pace pace : List.of(new Pace.AtOnce(), new Pace.AsHistory())) {
      ReplayState state = state(feed);
      state.rewind();
      Summary summary = replay(feed, pace, state);
      assertThat(summary.refused())
          .containsExactly(
              new Summary.Refused(
                  2, "422 unknown-type: No such type, field /type, expected a known code"));
      assertThat(summary.handled()).isEqualTo(3);
    }
  }

  @Test
  void too_many_and_unavailable_are_waited_out_as_long_as_asked() throws Exception {
    intake.trouble(429, "7");
    intake.trouble(503, "");

    assertThat(replay(feed(1, "THEFT"), new Pace.AtOnce()).outcomes())
        .isEqualTo(Map.of("created", 1));

    assertThat(waits).hasSize(2);
    assertThat(waits.getFirst()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void history_rows_that_cannot_be_stored_now_are_sent_again_and_not_counted_as_refused()
      throws Exception {
    intake.busy.addAll(List.of(1, 2, 3));
    Feed feed = feed(2, "THEFT");
    ReplayState state = state(feed);

    Summary summary = replay(feed, new Pace.AsHistory(), state);

    assertThat(summary.refused()).isEmpty();
    assertThat(summary.outcomes()).isEqualTo(Map.of("created", 2));
    assertThat(waits).hasSize(2);
  }

  @Test
  void an_intake_that_stays_away_ends_the_run_and_nothing_counts_as_taken() throws Exception {
    IntStream.range(0, 100).forEach(i -> intake.trouble(503, "20"));
    Feed feed = feed(40, "THEFT");
    ReplayState state = state(feed);

    assertThatThrownBy(() -> replay(feed, new Pace.AtOnce(), state))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("503");
    assertThat(state.acknowledged()).isZero();
  }

  @Test
  void live_rows_keep_the_feeds_pace_times_the_speed() throws Exception {
    Feed feed = read("when,kind\n2018-01-08T01:00:00,LATER\n2018-01-08T00:00:00,FIRST\n");

    new Replay(door(), clock, this::waits, 1)
        .feed(feed, new Pace.Speed(60), state(feed), handled -> {});

    assertThat(waits).containsExactly(Duration.ofMinutes(1));
    assertThat(intake.posts.getFirst()).contains("FIRST");
  }

  @Test
  void rows_of_one_incident_keep_their_order() throws Exception {
    String mapping = MAPPING + "  externalId: {column: id}\n";
    StringBuilder file = new StringBuilder("when,kind,id\n");
    IntStream.range(0, 200)
        .forEach(
            i ->
                file.append("2018-01-08T00:00:00,K")
                    .append(i)
                    .append(",I")
                    .append(i % 5)
                    .append('\n'));
    Feed feed =
        Feed.read(
            file.toString().getBytes(StandardCharsets.UTF_8),
            Mapping.read(mapping.getBytes(StandardCharsets.UTF_8)));

    replay(feed, new Pace.AtOnce());

    assertThat(intake.known).hasSize(5);
    IntStream.range(0, 5)
        .forEach(i -> assertThat(intake.known.get("I" + i)).contains("K" + (195 + i)));
  }

  private Summary replay(Feed feed, Pace pace) {
    return replay(feed, pace, state(feed));
  }

  private Summary replay(Feed feed, Pace pace, ReplayState state) {
    return new Replay(door(), clock, this::waits, 8).feed(feed, pace, state, handled -> {});
  }

  private Door door() {
    Tokens tokens =
        new Tokens(http, intake.url().resolve("/identity/token"), client -> "demo", clock);
    return new Door(
        http, Map.of("", intake.url()), tokens, clock, this::waits, Duration.ofSeconds(60));
  }

  private void waits(Duration duration) {
    synchronized (waits) {
      waits.add(duration);
      now = now.plus(duration);
    }
  }

  private ReplayState state(Feed feed) {
    return ReplayState.open(folder, feed.hash(), "m".repeat(12), "url", false, () -> 3);
  }

  private static Feed feed(int rows, String type) throws Mapping.Unusable {
    StringBuilder file = new StringBuilder("when,kind\n");
    IntStream.range(0, rows)
        .forEach(i -> file.append("2018-01-08T00:00:00,").append(type).append('\n'));
    return read(file.toString());
  }

  private static Feed read(String file) throws Mapping.Unusable {
    return Feed.read(
        file.getBytes(StandardCharsets.UTF_8),
        Mapping.read(MAPPING.getBytes(StandardCharsets.UTF_8)));
  }
}
