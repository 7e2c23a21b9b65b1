package org.warmhandoff.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final Instant NOON = Instant.parse("2018-01-08T12:00:00Z");

  private final Agenda agenda = new Agenda();
  private final List<String> played = new ArrayList<>();

  @Test
  void one_instant_at_a_time_in_the_order_planned() {
    agenda.at(NOON.plusSeconds(60), "one", () -> played.add("later"));
    agenda.at(NOON, "two", () -> played.add("first"));
    agenda.quietlyAt(NOON, () -> played.add("second"));

    assertThat(agenda.next()).isEqualTo(NOON);
    play();
    assertThat(played).containsExactly("first", "second");
    play();
    assertThat(played).endsWith("later");
    assertThat(agenda.next()).isNull();
  }

  @Test
  void two_acts_about_the_same_are_never_played_together() {
    agenda.at(NOON, "incident", () -> played.add("safe"));
    agenda.at(NOON, "incident", () -> played.add("wanted"));
    agenda.at(NOON, "another", () -> played.add("other"));

    play();
    assertThat(played).containsExactly("safe", "other");
    assertThat(agenda.next()).isEqualTo(NOON);
    play();
    assertThat(played).endsWith("wanted");
  }

  @Test
  void the_clock_does_not_stop_for_a_deadline_that_was_met() {
    agenda.beThereAt(NOON, "page", () -> false);
    agenda.beThereAt(NOON.plusSeconds(60), "page", () -> true);

    assertThat(agenda.next()).isEqualTo(NOON.plusSeconds(60));
  }

  private void play() {
    agenda.take().forEach(planned -> planned.act().play());
  }
}
