package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.ReportReader;

class CodeTableTest {

  private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
  private static final CodeTable TABLE =
      new CodeTable(
          Set.of("DVA", "OTHER"),
          Set.of("home", "other"),
          Set.of("port-of-call"),
          Set.of("ward", "beat"));
  private static final PoliceService SOURCE =
      new PoliceService(
          "windsor",
          new PoliceService.Settings(
              "Demo", "CA-ON", "America/Toronto", "555-0142", List.of("415 FAMILY"), 10));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "DVA|ward-7|home",
        "415 FAMILY|beat-0412|home",
        "OTHER|port-of-call|other",
        "DVA|none|none",
      })
  void aKnownCodeIsToldAsItIs(String type, String municipality, String placeKind) {
    Report report = report(type, municipality, placeKind);
    assertThat(TABLE.coded(SOURCE, report)).isSameAs(report);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMITH, JOHN|7713-Example-Lane|Smith",
        "JOHN-SMITH|7713-example-lane|the-smiths",
        "SMITH, John (5 Main St)|ward-77131|HOME",
        "SMITH|smith-7|home-7",
        "dva|Ward-7|7",
      })
  void whatCouldBeANameOrAnAddressIsSealedAndNotTold(
      String type, String municipality, String placeKind) {
    Report coded = TABLE.coded(SOURCE, report(type, municipality, placeKind));
    assertThat(coded.facts().type()).isEqualTo("OTHER");
    assertThat(coded.facts().municipality()).isNull();
    assertThat(coded.facts().placeKind()).isEqualTo("other");
    assertThat(Objects.requireNonNull(coded.kept()).reveal())
        .contains("a note", type, municipality, placeKind);
  }

  private static Report report(String type, String municipality, String placeKind) {
    String json =
        """
        {"externalId":"X-1","asOf":"2026-03-07T11:59:00Z","occurredAt":"2026-03-07T11:50:00Z",
         "status":"active","note":"a note","type":"%s"%s%s}"""
            .formatted(type, field("municipality", municipality), field("placeKind", placeKind));
    return ReportReader.read(json.getBytes(StandardCharsets.UTF_8), false, NOW);
  }

  private static String field(String name, String value) {
    return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
  }
}
