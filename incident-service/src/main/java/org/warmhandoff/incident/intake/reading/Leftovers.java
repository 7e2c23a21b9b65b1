package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.warmhandoff.incident.intake.reading.Reading.Ignored;
import org.warmhandoff.incident.intake.reading.Reading.Why;

/** What nobody asked a document for. */
final class Leftovers {

  /** What every component carries about itself; to list it would hide what matters. */
  private static final Set<String> HOUSEKEEPING =
      Set.of(
          "$id",
          "@context",
          "@type",
          "lastUpdateTimeStamp",
          "updatedByAgencyReference",
          "updatedByAgentReference");

  private static final String REFERENCE = "Reference";

  private final TreeSet<String> used;
  private final List<Ignored> ignored = new ArrayList<>();

  private Leftovers(Set<String> used) {
    this.used = new TreeSet<>(used);
  }

  /** The fields of a report of our own, and of its persons, that the reader has no name for. */
  static List<Ignored> ofOurs(JsonNode report, Set<String> asked) {
    List<Ignored> ignored = new ArrayList<>();
    unasked(report, "", asked, ignored);
    JsonNode persons = report.path("persons");
    for (int i = 0; i < persons.size(); i++) {
      unasked(persons.path(i), "/persons/" + i, asked, ignored);
    }
    return ignored;
  }

  private static void unasked(
      JsonNode object, String pointer, Set<String> asked, List<Ignored> ignored) {
    int nth = 0;
    for (String field : (Iterable<String>) object::fieldNames) {
      nth++;
      // What the reader asks for has plain names: an escaped one is none of them.
      if (!asked.contains(pointer + "/" + escaped(field))) {
        ignored.add(new Ignored(pointer + "/" + escaped(field), Why.NO_USE, 1, nth, pointer));
      }
    }
  }

  /** The parts of an EIDO that nothing was read from, each as high up as it stands alone. */
  static List<Ignored> ofEido(JsonNode document, Translation translation) {
    Leftovers leftovers = new Leftovers(translation.used());
    leftovers.look(document, "");
    translation
        .left()
        .forEach((pointer, why) -> leftovers.ignored.add(new Ignored(pointer, why, 1)));
    return leftovers.ignored;
  }

  private void look(JsonNode node, String pointer) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        judge(node.path(i), pointer + "/" + i, 0);
      }
    }
    int nth = 0;
    for (String field : (Iterable<String>) node::fieldNames) {
      nth++;
      if (!HOUSEKEEPING.contains(field) && !field.endsWith(REFERENCE)) {
        judge(node.path(field), pointer + "/" + escaped(field), nth);
      }
    }
  }

  private void judge(JsonNode node, String pointer, int nth) {
    if (used.contains(pointer)) {
      return;
    }
    String within = used.ceiling(pointer + "/");
    if (within != null && within.startsWith(pointer + "/")) {
      look(node, pointer);
    } else if (!node.isEmpty() || node.isValueNode()) {
      ignored.add(new Ignored(pointer, why(pointer), 1, nth, Pointers.parent(pointer)));
    }
  }

  private static Why why(String pointer) {
    if (pointer.startsWith("/" + EidoParts.PERSONS + "/") && pointer.split("/").length == 3) {
      return Why.NO_PARTY;
    }
    return pointer.startsWith("/" + EidoParts.ADDITIONS) ? Why.OTHER_PURPOSE : Why.NO_USE;
  }

  private static String escaped(String field) {
    return field.replace("~", "~0").replace("/", "~1");
  }
}
