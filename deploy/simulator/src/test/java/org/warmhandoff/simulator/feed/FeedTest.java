package org.warmhandoff.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.warmhandoff.simulator.feed.Mapping.Unusable;

class FeedTest {

  private static final String MAPPING =
      """
      version: 1
      time: {column: when, pattern: "dd/MM/yyyy HH:mm", zone: America/Toronto, zones: {cleveland: Europe/London}}
      policeService: {column: area, codes: {N: windsor, S: cleveland}}
      fields:
        type: {column: kind, codes: {DV: DVA}, keepOthers: true}
        domestic: {column: dom, codes: {"1": "yes", "0": "no"}, default: unknown}
        municipality: {column: area, prefix: area-}
        priority: {column: prio}
      """;

  private static final String FILE =
      """
      when,area,kind,dom,prio
      06/01/2018 22:15,N,DV,1,2
      06/01/2018 22:15,S,THEFT,,3
      06/01/2018 22:15,X,THEFT,0,3
      6 January,N,THEFT,0,3
      06/01/2018 22:16,N,THEFT,0,soon
      06/01/2018 22:17,N
      """;

  @Test
  void columns_become_fields_through_codes_prefixes_and_defaults() throws Unusable {
    Feed feed = read(FILE, MAPPING);

    Feed.Readable first = (Feed.Readable) feed.rows().get(0);
    assertThat(first.policeService()).isEqualTo("windsor");
    assertThat(first.post(0).toString())
        .isEqualTo(
            """
            {"type":"DVA","domestic":"yes","municipality":"area-N","priority":2,\
            "externalId":"%s-1","asOf":"2018-01-06T22:15-05:00","occurredAt":"2018-01-06T22:15-05:00",\
            "persons":[]}"""
                .formatted(feed.hash().substring(0, 12)));
    Feed.Readable second = (Feed.Readable) feed.rows().get(1);
    assertThat(second.post(1).path("occurredAt").asText()).isEqualTo("2018-01-13T22:15Z");
    assertThat(second.post(0).path("domestic").asText()).isEqualTo("unknown");
    assertThat(second.post(0).path("type").asText()).isEqualTo("THEFT");
  }

  @Test
  void the_example_of_the_documentation_is_read_whole() throws IOException, Unusable {
    Path examples = Path.of(System.getProperty("handoff.root")).resolve("docs/examples");
    Mapping mapping = Mapping.read(Files.readAllBytes(examples.resolve("calls.yaml")));
    Feed feed = Feed.read(Files.readAllBytes(examples.resolve("calls.csv")), mapping);

    assertThat(feed.rows()).hasSize(4).isEqualTo(feed.readable());
    assertThat(feed.readable())
        .extracting(Feed.Readable::policeService)
        .containsExactly("windsor", "windsor", "windsor", "harbour-city");
    assertThat(feed.readable().getFirst().post(0))
        .hasToString(
            """
            {"type":"DVA","domestic":"yes","priority":1,"municipality":"beat-E2",\
            "placeKind":"home","status":"active","externalId":"24-1001",\
            "asOf":"2025-01-06T21:14-05:00","occurredAt":"2025-01-06T21:14-05:00","persons":[]}""");
  }

  @Test
  void a_bad_row_is_told_by_number_and_column_and_the_others_stay() throws Unusable {
    Feed feed = read(FILE, MAPPING);

    assertThat(feed.readable()).extracting(Feed.Row::number).containsExactly(1, 2);
    assertThat(feed.rows().subList(2, 6))
        .extracting(row -> ((Feed.Unread) row).why())
        .satisfiesExactly(
            why -> assertThat(why).contains("no police service").contains("area"),
            why -> assertThat(why).contains("when").doesNotContain("January"),
            why -> assertThat(why).contains("prio").doesNotContain("soon"),
            why -> assertThat(why).contains("number of columns"));
  }

  @Test
  void the_same_bytes_give_the_same_ids_and_other_bytes_give_others() throws Unusable {
    assertThat(read(FILE, MAPPING).readable()).isEqualTo(read(FILE, MAPPING).readable());
    assertThat(read(FILE + "\n", MAPPING).readable().getFirst().externalId())
        .isNotEqualTo(read(FILE, MAPPING).readable().getFirst().externalId());
  }

  @Test
  void a_mapping_that_cannot_work_is_refused_before_anything_is_posted() {
    assertThatThrownBy(() -> read(FILE, MAPPING.replace("column: prio", "column: urgency")))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining("urgency");
    assertThatThrownBy(() -> read(FILE, MAPPING.replace("priority:", "surname:")))
        .hasMessageContaining("surname");
    assertThatThrownBy(() -> read(FILE, MAPPING.replace("version: 1", "version: 9")))
        .hasMessageContaining("version");
    assertThatThrownBy(() -> read(FILE, MAPPING.replace("America/Toronto", "Mars/Base")))
        .hasMessageContaining("time");
    assertThatThrownBy(() -> read(FILE, "version: [")).isInstanceOf(Unusable.class);
  }

  @Test
  void the_week_that_ships_is_whole_and_every_row_of_it_maps() throws Exception {
    Feed week =
        Feed.read(
            resource("incidents-2018-01-08.csv.gz"), Mapping.read(resource("demo-city.yaml")));

    assertThat(week.rows()).hasSize(4515);
    assertThat(week.readable()).hasSize(4515);
    assertThat(
            week.readable().stream()
                .filter(row -> row.fields().path("domestic").asText().equals("yes")))
        .hasSize(712);
    assertThat(week.readable())
        .extracting(Feed.Readable::policeService)
        .contains("windsor", "cleveland", "richelieu", "harbour-city");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FeedTest.class.getResourceAsStream("/week/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static Feed read(String file, String mapping) throws Unusable {
    return Feed.read(
        file.getBytes(StandardCharsets.UTF_8),
        Mapping.read(mapping.getBytes(StandardCharsets.UTF_8)));
  }
}
