package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The components of an EIDO that stand apart and are pointed at by their ids. A reference to
 * nothing is passed over: some systems send references to what they may not show.
 */
final class EidoParts {

  static final String PERSONS = "personComponent";
  static final String CALL_BACKS = "callbackComponent";
  static final String LOCATIONS = "locationComponent";
  static final String ADDITIONS = "additionalDataComponent";
  static final String CALLS = "callComponent";
  static final String NOTES = "notesComponent";

  private static final List<String> LISTS =
      List.of(PERSONS, CALL_BACKS, LOCATIONS, ADDITIONS, CALLS, NOTES);

  private final Map<String, List<Part>> lists = new LinkedHashMap<>();
  private final Map<String, Part> byId = new HashMap<>();
  private final Map<Part, Optional<CivicAddress>> addresses = new IdentityHashMap<>();

  /** A component and where it stands; one of a document is equal to itself alone. */
  static final class Part {
    private final JsonNode node;
    private final String pointer;

    private Part(JsonNode node, String pointer) {
      this.node = node;
      this.pointer = pointer;
    }

    JsonNode node() {
      return node;
    }

    String pointer() {
      return pointer;
    }

    String text(String field) {
      return node.path(field).asText("").strip();
    }

    /** Its fields, with the pointer that a refusal names. */
    JsonFields fields() {
      return JsonFields.of(node, pointer);
    }
  }

  static EidoParts of(JsonNode document) {
    EidoParts parts = new EidoParts();
    for (String name : LISTS) {
      List<Part> list = new ArrayList<>();
      for (JsonNode node : JsonFields.of(document, "").list(name, Integer.MAX_VALUE)) {
        Part part = new Part(node, "/" + name + "/" + list.size());
        part.fields();
        list.add(part);
        String id = part.text("$id");
        if (!id.isEmpty()) {
          parts.byId.putIfAbsent(id, part);
        }
      }
      parts.lists.put(name, list);
    }
    return parts;
  }

  List<Part> all(String list) {
    return lists.getOrDefault(list, List.of());
  }

  /** What a component points at, each once: by one reference, or by a list of them. */
  Set<Part> referred(JsonNode node, String field) {
    JsonNode references = node.path(field);
    Set<Part> found = new LinkedHashSet<>();
    if (references.isArray()) {
      references.forEach(reference -> find(reference).ifPresent(found::add));
    } else {
      find(references).ifPresent(found::add);
    }
    return found;
  }

  /** The civic address of a location; each is read once, however often it is pointed at. */
  Optional<CivicAddress> address(Part location) {
    return addresses.computeIfAbsent(location, one -> CivicAddress.of(one.text("locationByValue")));
  }

  private Optional<Part> find(JsonNode reference) {
    return Optional.ofNullable(byId.get(reference.path("$ref").asText("").strip()));
  }
}
