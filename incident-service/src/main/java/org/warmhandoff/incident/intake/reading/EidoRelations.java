package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * How an EIDO's incident belongs with others: what was merged into what, what was split off what,
 * and what is linked. They are named by their tracking identifiers, as every EIDO is.
 */
final class EidoRelations {

  private static final String MERGES = "mergeComponent";
  private static final String LINKS = "linkComponent";
  private static final String NUMBER = "incidentTrackingIdentifier";
  private static final String MERGE = "incidentMergeDirectionCode";
  private static final String LINK = "linkDirectionCode";
  private static final int MOST = 100;

  private final Translation translation;
  private Instant merged = Instant.MIN;
  private Instant split = Instant.MIN;

  private EidoRelations(Translation translation) {
    this.translation = translation;
  }

  /** Says what the document says; a component without a number or a known code says nothing. */
  static void translate(JsonFields root, Translation translation) {
    EidoRelations relations = new EidoRelations(translation);
    int place = 0;
    for (JsonNode one : root.list(MERGES, MOST)) {
      relations.merge(one, "/" + MERGES + "/" + place++);
    }
    place = 0;
    for (JsonNode one : root.list(LINKS, MOST)) {
      relations.link(one, "/" + LINKS + "/" + place++);
    }
  }

  private void merge(JsonNode one, String pointer) {
    String number = number(one);
    switch (number.isEmpty() ? "" : code(one, MERGE)) {
      case "REPLACED" -> {
        if (!at(one).isBefore(merged)) {
          merged = at(one);
          translation.says("mergedInto", number, pointer + "/" + NUMBER);
        }
      }
      case "SPLIT" -> {
        if (!at(one).isBefore(split)) {
          split = at(one);
          translation.says("splitFrom", number, pointer + "/" + NUMBER);
        }
      }
      case "REPLACING" -> add("replaces", number, pointer + "/" + NUMBER);
      default -> translation.leaves(pointer, Reading.Why.UNUSED_CODE);
    }
    use(pointer, MERGE);
  }

  /** What is no longer linked is as good as not named. */
  private void link(JsonNode one, String pointer) {
    String number = number(one);
    switch (number.isEmpty() ? "" : code(one, LINK)) {
      case "PARENT", "CHILD", "RELATED" -> add("linkedTo", number, pointer + "/" + NUMBER);
      case "UNLINK" -> {}
      default -> translation.leaves(pointer, Reading.Why.UNUSED_CODE);
    }
    use(pointer, LINK);
  }

  private void add(String field, String number, String origin) {
    ArrayNode numbers = translation.report().withArray(field);
    if (numbers.isEmpty()) {
      translation.stands("/" + field, origin);
    }
    numbers.add(number);
  }

  private void use(String pointer, String code) {
    translation.uses(pointer + "/" + NUMBER);
    translation.uses(pointer + "/" + code);
  }

  private static String number(JsonNode one) {
    return one.path(NUMBER).asText("").strip();
  }

  private static String code(JsonNode one, String field) {
    return one.path(field).asText("").strip().toUpperCase(Locale.ROOT);
  }

  /** An incident goes on as one other: of several that are named, the one that was named last. */
  private static Instant at(JsonNode one) {
    try {
      return OffsetDateTime.parse(one.path("lastUpdateTimeStamp").asText("").strip()).toInstant();
    } catch (DateTimeException unsaid) {
      return Instant.MIN;
    }
  }
}
