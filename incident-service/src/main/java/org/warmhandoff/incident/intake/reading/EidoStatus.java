package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an EIDO's incident stands: by the statuses and dispositions of the registries (NENA-STA-021).
 * Most of them are steps of the response and say nothing to us; that is told, so that a CAD that
 * closes its incidents in another word than Closed hears of it.
 */
final class EidoStatus {

  private static final String STATUS = "incidentStatusCommonRegistryText";
  private static final String DISPOSITIONS = "dispositionComponent";
  private static final String DISPOSITION = "dispositionCommonRegistryCode";
  private static final List<String> STATUSES = List.of("Active", "Cancelled", "Closed", "ReOpened");
  private static final String CANCELLED_DISPOSITION = "10";
  private static final String ARREST_DISPOSITION = "03";
  private static final int MOST_CODES = 100;

  private EidoStatus() {}

  /**
   * Says the status, and an arrest.
   *
   * @param pointer where the incident stands
   */
  static void translate(JsonFields incident, String pointer, Translation translation) {
    Set<String> statuses = statuses(incident, pointer + "/" + STATUS, translation);
    Map<String, String> dispositions =
        dispositions(incident, pointer + "/" + DISPOSITIONS, translation);
    String cancelled = dispositions.get(CANCELLED_DISPOSITION);
    String cancelling = statuses.isEmpty() ? cancelled : null;
    if (cancelled != null && cancelling == null) {
      translation.leaves(cancelled, Reading.Why.UNUSED_CODE);
    }
    translation.says(
        "status",
        status(statuses, cancelling),
        cancelling == null ? pointer + "/" + STATUS : cancelling);
    String arrest = dispositions.get(ARREST_DISPOSITION);
    if (arrest != null) {
      translation.says("arrest", "yes", arrest);
    }
  }

  private static String status(Set<String> statuses, @Nullable String cancelling) {
    if (statuses.contains("ReOpened")) {
      return "active";
    }
    if (statuses.contains("Cancelled") || cancelling != null) {
      return "cancelled";
    }
    return statuses.contains("Closed") ? "closed" : "active";
  }

  private static Set<String> statuses(
      JsonFields incident, String pointer, Translation translation) {
    Set<String> statuses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    int place = 0;
    for (JsonNode one : incident.list(STATUS, MOST_CODES)) {
      String said = one.asText("").strip();
      statuses.add(said);
      if (STATUSES.stream().noneMatch(said::equalsIgnoreCase)) {
        translation.leaves(pointer + "/" + place, Reading.Why.UNUSED_CODE);
      }
      place++;
    }
    return statuses;
  }

  /** The dispositions by code, and where the first of each stands. */
  private static Map<String, String> dispositions(
      JsonFields incident, String pointer, Translation translation) {
    Map<String, String> dispositions = new HashMap<>();
    int place = 0;
    for (JsonNode one : incident.list(DISPOSITIONS, MOST_CODES)) {
      String at = pointer + "/" + place + "/" + DISPOSITION;
      String code = one.path(DISPOSITION).asText("");
      translation.uses(at);
      dispositions.putIfAbsent(code, at);
      if (one.has(DISPOSITION)
          && !code.equals(CANCELLED_DISPOSITION)
          && !code.equals(ARREST_DISPOSITION)) {
        translation.leaves(at, Reading.Why.UNUSED_CODE);
      }
      place++;
    }
    return dispositions;
  }
}
