package org.warmhandoff.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final Instant NOON = Instant.parse("2018-01-08T12:00:00Z");

  @Test
  void one_instant_at_a_time_in_the_order_planned() {
    Agenda agenda = new Agenda();
    List<String> played = new ArrayList<>();
    agenda.at(NOON.plusSeconds(60), () -> played.add("later"));
    agenda.at(NOON, () -> played.add("first"));
    agenda.quietlyAt(NOON, () -> played.add("second"));

    assertThat(agenda.next()).isEqualTo(NOON);
    agenda.take().forEach(planned -> planned.act().play());
    assertThat(played).containsExactly("first", "second");
    agenda.take().forEach(planned -> planned.act().play());
    assertThat(played).endsWith("later");
    assertThat(agenda.next()).isNull();
  }
}
