package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.incident.Relations;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.Reading.Understood;

/** How an EIDO says that incidents belong together, by the published examples. */
class EidoRelationsTest {

  private static final Instant NOW = Instant.parse("2026-02-03T03:20:00Z");
  private static final Path EXAMPLES = Path.of("../docs/examples");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOMESTIC =
      "urn:emergency:uid:incidentid:d5a1f03b77c:demo-police.example";

  @Test
  void theExamplesSayWhatTheyAreNamedFor() throws IOException {
    assertThat(read("domestic").relations()).isEqualTo(Relations.NONE);
    Report closed = read("closed");
    assertThat(closed.externalId()).isEqualTo(DOMESTIC);
    assertThat(closed.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(closed.facts().arrest()).isEqualTo(Known.YES);
    assertThat(read("second-call").relations()).isEqualTo(Relations.NONE);
    Report merged = read("merged");
    assertThat(merged.externalId()).isEqualTo(read("second-call").externalId());
    assertThat(merged.relations()).isEqualTo(new Relations(DOMESTIC, List.of(), null, List.of()));
    assertThat(read("split").relations())
        .isEqualTo(new Relations(null, List.of(), DOMESTIC, List.of()));
    assertThat(read("linked").relations())
        .isEqualTo(new Relations(null, List.of(), null, List.of(DOMESTIC)));
  }

  @Test
  void everyDirectionIsReadAndWhatIsUnlinkedIsNotLinked() throws IOException {
    ObjectNode eido = example("second-call");
    merge(eido, "REPLACED", "late", "2026-01-31T22:18:00Z");
    merge(eido, "REPLACED", "early", "2026-01-31T22:17:00Z");
    merge(eido, "replacing", "r-1", "2026-01-31T22:17:00Z");
    merge(eido, "REPLACING", "r-2", "2026-01-31T22:17:00Z");
    merge(eido, "SWALLOWED", "s", "2026-01-31T22:17:00Z");
    link(eido, "PARENT", "p");
    link(eido, "CHILD", "c");
    link(eido, "RELATED", "r");
    link(eido, "UNLINK", "u");
    eido.withArray("linkComponent").add(7);
    Relations relations = EidoReader.read(bytes(eido), false, NOW).relations();
    assertThat(relations)
        .isEqualTo(new Relations("late", List.of("r-1", "r-2"), null, List.of("p", "c", "r")));
  }

  @Test
  void aNumberThatIsNoneIsRefusedWhereItStands() throws IOException {
    ObjectNode eido = example("second-call");
    merge(eido, "REPLACING", "fine", "2026-01-31T22:17:00Z");
    link(eido, "RELATED", "<script>");
    Problem refused =
        catchThrowableOfType(Problem.class, () -> EidoReader.read(bytes(eido), false, NOW));
    assertThat(refused.pointer()).isEqualTo("/linkComponent/0/incidentTrackingIdentifier");
    assertThat(refused.getMessage()).doesNotContain("script");
  }

  @Test
  void aCheckTellsWhatItIsUnderstoodAs() throws IOException {
    Reading reading = Reading.ofEido(bytes(example("merged")), NOW);
    assertThat(reading.taken()).isTrue();
    assertThat(reading.understood())
        .contains(
            new Understood(
                "/mergeComponent/0/incidentTrackingIdentifier",
                "/mergedInto",
                "other-number",
                null));
    assertThat(reading.ignored().toString()).doesNotContain("incidentMergeDirectionCode");
    ObjectNode linked = example("linked");
    assertThat(Reading.ofEido(bytes(linked), NOW).understood())
        .contains(
            new Understood(
                "/linkComponent/0/incidentTrackingIdentifier", "/linkedTo", "other-number", null));
  }

  @Test
  void ourOwnReportSaysTheSameInItsOwnWords() {
    String report =
        """
        {"externalId":"A","asOf":"2026-02-01T01:00:00Z","occurredAt":"2026-02-01T00:00:00Z",
         "type":"DVA","status":"active","mergedInto":"B","replaces":["C","C","D"],
         "splitFrom":"E","linkedTo":["F"]}""";
    assertThat(ReportReader.read(ours(report), false, NOW).relations())
        .isEqualTo(new Relations("B", List.of("C", "D"), "E", List.of("F")));
    for (String wrong : List.of("[\"C\",7]", "\"C\"", "[\"\"]", "[{\"a\":1}]")) {
      Problem refused =
          catchThrowableOfType(
              Problem.class,
              () ->
                  ReportReader.read(
                      ours(report.replace("[\"C\",\"C\",\"D\"]", wrong)), false, NOW));
      assertThat(refused.pointer()).as(wrong).isEqualTo("/replaces");
    }
  }

  private static void merge(ObjectNode eido, String code, String number, String at) {
    eido.withArray("mergeComponent")
        .addObject()
        .put("incidentTrackingIdentifier", number)
        .put("incidentMergeDirectionCode", code)
        .put("lastUpdateTimeStamp", at);
  }

  private static void link(ObjectNode eido, String code, String number) {
    eido.withArray("linkComponent")
        .addObject()
        .put("incidentTrackingIdentifier", number)
        .put("linkDirectionCode", code);
  }

  private static Report read(String example) throws IOException {
    return EidoReader.read(bytes(example(example)), false, NOW);
  }

  private static ObjectNode example(String name) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(EXAMPLES.resolve("eido-" + name + ".json")));
  }

  private static byte[] ours(String report) {
    return report.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectNode eido) {
    return eido.toString().getBytes(StandardCharsets.UTF_8);
  }
}
