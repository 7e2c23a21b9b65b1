package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.VaultField;
import org.warmhandoff.incident.intake.ReportForm.ReportedPersonForm;
import org.warmhandoff.incident.intake.reading.ReportReader;

/** The form that is published is the form that is read. */
class ReportFormTest {

  private static final String FULL =
      """
      {"externalId": "W-1", "sequence": 1, "asOf": "2026-01-31T22:15:00-05:00",
       "occurredAt": "2026-01-31T22:05:00-05:00", "type": "DVA", "status": "active",
       "domestic": "yes", "physical": "no", "charge": "none", "arrest": "no", "released": "no",
       "relationship": "SE", "municipality": "W1", "placeKind": "home", "priority": 2,
       "test": true, "note": "a note",
       "mergedInto": "W-2", "replaces": ["W-3"], "splitFrom": "W-4", "linkedTo": ["W-5"],
       "persons": [{"ref": "1", "role": "victim", "staffId": "0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b001",
         "name": "Demo Person Maple", "birthDate": "1990-12-31", "phone": "555-0100",
         "address": "a place", "language": "fr-CA", "recordNumber": "r", "safeContact": "s"}]}
      """;

  @Test
  void hasEveryFieldAndTheReaderKnowsEachOfThem() throws Exception {
    assertThat(fields(full())).containsExactlyInAnyOrderElementsOf(names(ReportForm.class, false));
    assertThat(fields((ObjectNode) full().at("/persons/0")))
        .containsExactlyInAnyOrderElementsOf(names(ReportedPersonForm.class, false));
    Report read = read(full());
    assertThat(String.valueOf(read.kept() == null ? "" : read.kept().reveal()))
        .doesNotContain("unknown");
    assertThat(read.persons().getFirst().fields()).doesNotContainKey(VaultField.UNKNOWN_FIELDS);
  }

  static Stream<String> required() {
    return Stream.concat(
        names(ReportForm.class, true).stream(),
        names(ReportedPersonForm.class, true).stream().map(name -> "persons/0/" + name));
  }

  static Stream<String> optional() {
    return Stream.concat(
            names(ReportForm.class, false).stream(),
            names(ReportedPersonForm.class, false).stream().map(name -> "persons/0/" + name))
        .filter(field -> required().noneMatch(field::equals));
  }

  @ParameterizedTest
  @MethodSource("required")
  void whatItRequiresMustBeThere(String field) {
    assertThatThrownBy(() -> read(without(field)))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.pointer()).isEqualTo("/" + field));
  }

  @ParameterizedTest
  @MethodSource("optional")
  void whatMayBeAbsentMayBeAbsent(String field) throws Exception {
    assertThat(read(without(field))).isNotNull();
  }

  private static ObjectNode without(String field) throws Exception {
    ObjectNode report = full();
    int slash = field.lastIndexOf('/');
    ObjectNode holder =
        slash < 0 ? report : (ObjectNode) report.at("/" + field.substring(0, slash));
    assertThat(holder.remove(field.substring(slash + 1))).isNotNull();
    return report;
  }

  private static ObjectNode full() throws Exception {
    return (ObjectNode) new ObjectMapper().readTree(FULL);
  }

  private static Report read(ObjectNode report) {
    return ReportReader.read(
        report.toString().getBytes(StandardCharsets.UTF_8),
        false,
        Instant.parse("2026-02-01T04:00:00Z"));
  }

  private static List<String> fields(ObjectNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  private static List<String> names(Class<?> form, boolean requiredOnly) {
    return Arrays.stream(form.getRecordComponents())
        .filter(
            component ->
                !requiredOnly || !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }
}
