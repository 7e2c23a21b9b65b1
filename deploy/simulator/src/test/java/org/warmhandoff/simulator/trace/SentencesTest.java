package org.warmhandoff.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static JsonNode told() throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(
            """
            [{"at":"2018-01-09T01:00:00Z","zone":"America/Toronto","assignment":"a-1","programs":[
                {"program":"windsor-onscene","version":3,"eligible":"it is for incidents like this",
                 "start":"already under way","workers":[
                   {"staff":["w-1"],"reason":"can go (0 in hand)"},
                   {"staff":["w-2","w-3"],"reason":"off duty"}]}],
              "steps":["paged for windsor-onscene"]},
             {"at":"2018-01-09T00:59:00Z","zone":"America/Toronto","assignment":null,
              "programs":[],"steps":[]}]""");
  }

  @Test
  void every_program_worker_and_step_is_a_line() throws JsonProcessingException {
    assertThat(Sentences.of(told(), null))
        .containsExactly(
            "",
            "Mon 08 Jan 2018 20:00:00 America/Toronto, the search of assignment a-1",
            "  windsor-onscene (version 3): it is for incidents like this; already under way.",
            "    w-1: can go (0 in hand).",
            "    w-2 + w-3: off duty.",
            "  → paged for windsor-onscene.",
            "",
            "Mon 08 Jan 2018 19:59:00 America/Toronto, every program weighed");
  }

  @Test
  void times_are_shown_where_the_reader_is() throws JsonProcessingException {
    assertThat(Sentences.of(told(), ZoneOffset.UTC))
        .contains("Tue 09 Jan 2018 01:00:00 Z, the search of assignment a-1");
  }
}
