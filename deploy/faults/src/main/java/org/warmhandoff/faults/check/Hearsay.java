package org.warmhandoff.faults.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What those who page had heard of an incident when a page was committed, oldest first. A fact that
 * was under way then could not be heeded; one whose taking was committed before had to be.
 */
record Hearsay(List<Said> facts) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SAID =
      """
      select id, version, type, convert_from(body, 'UTF8') from outbox
      where topic = 'incident.events.v1' and subject = cast(? as uuid) order by version""";

  private static final String TAKEN =
      """
      select id, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint from inbox
      where consumer = 'incident' and subject = cast(? as uuid)""";

  /** A fact of the incident. */
  record Said(String type, JsonNode body) {

    boolean is(String name) {
      return type.startsWith("org.warmhandoff." + name + ".v");
    }
  }

  Hearsay {
    facts = List.copyOf(facts);
  }

  /**
   * What was heard before a page.
   *
   * @param committed when the page was, in microseconds by the database
   * @param cause the fact that caused it, which was handled in its turn
   */
  static Hearsay before(Look look, String incident, long committed, String cause) {
    Map<String, Long> taken = new HashMap<>();
    look.rows("notification", TAKEN, incident)
        .forEach(row -> taken.put(row.get(0), Long.parseLong(row.get(1))));
    List<List<String>> said = look.rows("incident", SAID, incident);
    OptionalLong last =
        said.stream()
            .filter(row -> row.get(0).equals(cause))
            .mapToLong(row -> Long.parseLong(row.get(1)))
            .findFirst();
    List<Said> heard = new ArrayList<>();
    for (List<String> row : said) {
      // What came before its turn lay parked, however early it was taken.
      boolean inTurn =
          last.isPresent()
              ? Long.parseLong(row.get(1)) <= last.getAsLong()
              : taken.getOrDefault(row.get(0), Long.MAX_VALUE) < committed;
      if (!inTurn) {
        break;
      }
      heard.add(new Said(row.get(2), read(row.get(3))));
    }
    return new Hearsay(heard);
  }

  /** Whether the last that was said of the scene is that it is safe. */
  boolean isSafe() {
    return facts.stream()
        .filter(
            fact ->
                fact.is("scene-declared-safe")
                    || fact.is("scene-safety-revoked")
                    || fact.is("officers-cleared"))
        .reduce((earlier, later) -> later)
        .filter(fact -> fact.is("scene-declared-safe"))
        .isPresent();
  }

  /** Whether the last report names this member of staff as one to be kept out. */
  boolean keepsOut(String staff) {
    return facts.stream()
        .filter(fact -> fact.is("incident-reported") || fact.is("incident-updated"))
        .reduce((earlier, later) -> later)
        .filter(
            fact ->
                fact.body()
                    .path("facts")
                    .path("excludedStaff")
                    .valueStream()
                    .anyMatch(one -> one.asText().equals(staff)))
        .isPresent();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
