package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Report;

/**
 * Whatever is done to a document, a reader takes it or refuses it in fixed words: no other
 * exception, and nothing of the content. A hundred thousand documents, always the same.
 */
class SpoiltDocumentsTest {

  private static final int DOCUMENTS = 50_000;

  /** One in so many is told of as well, which reads it anew behind each refusal. */
  private static final int TOLD = 5;

  private static final Instant NOW = Instant.parse("2026-02-01T03:20:00Z");

  private static final String OURS =
      """
      {"externalId": "W-000123", "sequence": 4, "asOf": "2026-01-31T22:15:00-05:00",
       "occurredAt": "2026-01-31T22:05:00-05:00", "type": "DVA", "status": "active",
       "domestic": "yes", "physical": "no", "charge": "none", "arrest": "no", "released": "no",
       "relationship": "SE", "municipality": "W1", "placeKind": "home", "priority": 2,
       "test": true, "note": "Canary Kanarek", "unit": {"call": "Canary Kanarek"},
       "persons": [{"ref": "1", "role": "victim", "staffId": "0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b001",
         "name": "Canary Kanarek", "birthDate": "1990-12-31", "phone": "555-0100",
         "address": "a place", "language": "fr-CA", "recordNumber": "r", "safeContact": {"a": 1}}]}
      """;

  /** What reads one format. */
  interface Reader {
    Report read(byte[] document);
  }

  /** What tells of a document of one format. */
  interface Teller {
    Reading tell(byte[] document);
  }

  static Stream<Arguments> formats() throws IOException {
    String eido =
        Files.readString(Path.of("../docs/examples/eido-domestic.json"))
            .replace("Demo Person Birch", "Canary Kanarek");
    return Stream.of(
        Arguments.of(
            "ours",
            OURS,
            (Reader) body -> ReportReader.read(body, false, NOW),
            (Teller) body -> Reading.ofOurs(body, NOW)),
        Arguments.of(
            "eido",
            eido,
            (Reader) body -> EidoReader.read(body, false, NOW),
            (Teller) body -> Reading.ofEido(body, NOW)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void isTakenOrRefusedInFixedWords(String format, String valid, Reader reader, Teller teller) {
    byte[] document = valid.getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read(document)).isNotNull();
    int taken = 0;
    List<String> surprises = new ArrayList<>();
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      byte[] spoilt = new Mutator(new Random(seed)).spoil(document);
      try {
        reader.read(spoilt);
        taken++;
      } catch (Problem refused) {
        String told = refused.title() + refused.expected() + refused.pointer();
        if (refused.status() >= 500 || told.contains("Kanarek")) {
          surprises.add(format + " seed " + seed + ": " + told);
        }
      } catch (RuntimeException | StackOverflowError surprise) {
        surprises.add(format + " seed " + seed + ": " + surprise);
      }
      if (seed % TOLD == 0) {
        String told = told(spoilt, teller);
        if (told.contains("Kanarek")) {
          surprises.add(format + " told, seed " + seed + ": " + told);
        }
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(taken).as("taken all the same").isBetween(DOCUMENTS / 20, DOCUMENTS * 19 / 20);
  }

  /** All that a check would answer, which nothing may keep it from. */
  private static String told(byte[] document, Teller teller) {
    Reading reading;
    try {
      reading = teller.tell(document);
    } catch (RuntimeException | StackOverflowError surprise) {
      return "Kanarek: " + surprise;
    }
    return reading.understood()
        + reading.ignored().toString()
        + reading.stoppedAt()
        + reading.refusals().stream()
            .map(one -> one.title() + one.expected() + one.pointer())
            .toList();
  }
}
