package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.PartyRole;

/**
 * Reads on behind a refusal: the reader ends at the first field that is wrong, and an integrator
 * wants to hear of all of them. What was refused is taken out, or a stand-in put where a field must
 * be, and the same reader reads again.
 */
final class Mending {

  /** So many refusals of one document say enough; behind the last there may be more. */
  static final int MOST = 40;

  private static final int FEWEST = 5;

  /**
   * The document is read anew behind each refusal: so many bytes in all, and not one core's day.
   */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final Instant now;
  private final List<Problem> refusals = new ArrayList<>();
  private final Set<String> met = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final int most;
  private int standIns;

  /** Mends a document of so many bytes. */
  Mending(Instant now, int bytes) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.most = Math.clamp(MOST_BYTES / Math.max(1, bytes), FEWEST, MOST);
  }

  /** What reads a tree, or refuses it. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonNode tree);
  }

  /** Where in the document a refusal is told; the same place the door would name. */
  @FunctionalInterface
  interface Place {
    Problem located(Problem refused);
  }

  List<Problem> refusals() {
    return refusals;
  }

  /** What the reader makes of the tree in the end, or null where it cannot be mended. */
  <T> @Nullable T read(JsonNode tree, Reader<T> reader, Place place) {
    while (true) {
      try {
        return reader.read(tree);
      } catch (Problem refused) {
        String pointer = refused.pointer();
        if (!met.add(refused.code() + pointer) || refusals.size() == most) {
          if (pointer != null) {
            places.add(pointer);
          }
          return null;
        }
        refusals.add(place.located(refused));
        if (pointer == null || !pointer.startsWith("/") || !mended(tree, pointer)) {
          return null;
        }
      }
    }
  }

  /** Whether what stands there now is a stand-in, or lies within one. */
  boolean touched(String pointer) {
    return places.stream()
        .anyMatch(place -> pointer.equals(place) || pointer.startsWith(place + "/"));
  }

  private boolean mended(JsonNode tree, String pointer) {
    places.add(pointer);
    JsonNode parent = tree.at(JsonPointer.compile(Pointers.parent(pointer)));
    String field = Pointers.last(pointer);
    JsonNode standIn = field.equals("role") ? role(tree, pointer, parent) : standIn(field);
    switch (parent) {
      case ObjectNode object when standIn == null -> object.remove(field);
      case ObjectNode object -> object.set(field, standIn);
      case ArrayNode list when list.has(index(field)) ->
          list.set(index(field), standIn == null ? part() : standIn);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static int index(String step) {
    return step.chars().allMatch(Character::isDigit) && step.length() < 10
        ? Integer.parseInt(step)
        : -1;
  }

  /** A component of an EIDO, or a person of a report: whichever it is, it says nothing else. */
  private ObjectNode part() {
    return JsonNodeFactory.instance.objectNode().put("ref", unique()).put("role", "witness");
  }

  /** What must be there, by the names of both formats; null for what may be absent. */
  private @Nullable JsonNode standIn(String field) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (field) {
      case "externalId", "$id", "ref" -> make.textNode(unique());
      case "asOf", "occurredAt", "lastUpdateTimeStamp" -> make.textNode(now.toString());
      case "type", "incidentTypeCommonRegistryText" -> make.textNode("OTHER");
      case "status" -> make.textNode("active");
      case "eidoVersion" -> make.textNode("1.0");
      case "incidentComponent" -> make.objectNode().put("incidentTypeCommonRegistryText", "OTHER");
      case "additionalDataByValue" -> make.textNode("{}");
      default -> null;
    };
  }

  /**
   * A role that no other entry of the same person has: else the stand-in would make two entries
   * one, and a refusal would be told that no post would get.
   */
  private static JsonNode role(JsonNode tree, String pointer, JsonNode person) {
    String ref = person.path("ref").asText("").strip();
    Set<String> taken = new HashSet<>();
    for (JsonNode other : tree.at(JsonPointer.compile(Pointers.parent(Pointers.parent(pointer))))) {
      if (other != person && other.path("ref").asText("").strip().equals(ref)) {
        taken.add(other.path("role").asText("").strip().toLowerCase(Locale.ROOT));
      }
    }
    return Arrays.stream(PartyRole.values())
        .map(JsonFields::codeOf)
        .filter(role -> !taken.contains(role))
        .findFirst()
        .map(JsonNodeFactory.instance::textNode)
        .orElseGet(() -> JsonNodeFactory.instance.textNode("witness"));
  }

  private String unique() {
    standIns++;
    return "stand-in-" + standIns;
  }
}
