package org.warmhandoff.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WalkTest {

  @Test
  void lines_of_all_services_stand_in_the_order_they_were_recorded()
      throws JsonProcessingException {
    Walk walk = new Walk();
    ObjectMapper json = new ObjectMapper();
    walk.add(
        "notification",
        json.readTree(
            """
            [{"at":"2018-01-08T12:00:00Z","recordedAt":"2026-11-20T10:00:01Z","service":"notification",
              "what":"worker-paged","detail":{"program":"windsor-onscene","attempt":1,"none":null}}]"""));
    walk.add(
        "incident",
        json.readTree(
            """
            [{"at":"2018-01-08T12:00:00Z","recordedAt":"2026-11-20T10:00:00Z",
              "what":"incident-reported","detail":{}}]"""));

    assertThat(walk.told(ZoneOffset.UTC))
        .satisfiesExactly(
            first -> assertThat(first).contains("incident-reported", "10:00:00.000", "Mon 08 Jan"),
            second ->
                assertThat(second).contains("worker-paged", "program=windsor-onscene attempt=1"));
  }
}
