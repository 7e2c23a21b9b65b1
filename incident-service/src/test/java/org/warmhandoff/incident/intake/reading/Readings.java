package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.warmhandoff.incident.intake.reading.Reading.Understood;

/** Documents that are read and told of, and what is expected of every telling. */
final class Readings {

  static final Instant NOW = Instant.parse("2026-02-01T03:20:00Z");
  static final Path EXAMPLE = Path.of("../docs/examples/eido-domestic.json");
  static final ObjectMapper JSON = new ObjectMapper();

  static final String OURS =
      """
      {"externalId": "W-000123", "sequence": 4, "asOf": "2026-01-31T22:15:00-05:00",
       "occurredAt": "2026-01-31T22:05:00-05:00", "type": "DVA", "status": "Active",
       "domestic": "yes", "relationship": "SE", "municipality": "W1", "placeKind": "home",
       "priority": 2, "note": "Canary Kanarek", "unit": {"call": "Canary Kanarek"},
       "Canary Kanarek": 1, "555-0100": true,
       "persons": [{"ref": "Kanarek", "role": "victim", "name": "Canary Kanarek", "tattoo": "x",
         "birthDate": "1990-12-31", "phone": "555-0100", "address": "7 Canary Street",
         "language": "fr-CA", "recordNumber": "r-Kanarek", "safeContact": {"a": "Kanarek"}},
        {"ref": "2", "role": "witness", "language": "kanarek", "tattoo": "y"}]}
      """;

  private Readings() {}

  static void nothingPersonal(Reading reading) {
    String told =
        reading.understood()
            + reading.ignored().toString()
            + reading.refusals().stream().map(one -> one.title() + one.expected()).toList();
    assertThat(told).doesNotContain("Kanarek", "kanarek", "555-0100", "Canary Street");
    // As an example it may stand in what was expected, and nowhere else.
    assertThat(reading.understood() + reading.ignored().toString()).doesNotContain("1990-12-31");
  }

  static Understood same(String field, String kind, String code) {
    return new Understood(field, field, kind, code);
  }

  static Understood kind(String field, String kind) {
    return new Understood(field, field, kind, null);
  }

  static Reading ours(String document) {
    return Reading.ofOurs(document.getBytes(StandardCharsets.UTF_8), NOW);
  }

  static Reading eido(String document) {
    return Reading.ofEido(document.getBytes(StandardCharsets.UTF_8), NOW);
  }

  static String example(Consumer<ObjectNode> change) {
    try {
      ObjectNode eido = (ObjectNode) JSON.readTree(Files.readString(EXAMPLE));
      change.accept(eido);
      return eido.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
