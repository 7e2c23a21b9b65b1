package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.intake.reading.EidoParts.Part;

/**
 * The persons of an EIDO: a component each, with a name, a birth date and a language by NIEM, a
 * telephone through its call-back and an address through its location. Who is neither victim,
 * suspect, caller nor witness is no party to us and stays with what is kept of the incident.
 */
final class EidoPersons {

  private static final String ROLE = "personIncidentRoleRegistryText";
  private static final int MOST_ROLES = 20;
  private static final String FULL_NAME = "personFullName";
  private static final List<String> NAMES =
      List.of("personGivenName", "personMiddleName", "personSurName");

  /** Roles of the registry, in lower case, and what we call them. */
  private static final Map<String, String> ROLES =
      Map.of(
          "victim", "victim",
          "suspect", "alleged-offender",
          "caller", "caller",
          "complainant", "caller",
          "witness", "witness");

  /** What points from a person at something that is that person's own. */
  private static final List<String> OWN =
      List.of("callBackReference", "locationReference", "additionalDataReference");

  /** Fields of a person of our own report that an addition may bring. */
  private static final Set<String> MAY_BE_ADDED =
      Set.of("recordNumber", "language", "safeContact", "staffId");

  private static final Map<String, String> LANGUAGES =
      Stream.of(Locale.getISOLanguages())
          .collect(
              Collectors.toMap(
                  two -> Locale.of(two).getISO3Language(), two -> two, (first, second) -> first));

  private final EidoParts parts;
  private final Translation translation;
  private final Set<Part> owned = new HashSet<>();

  EidoPersons(EidoParts parts, Translation translation) {
    this.parts = parts;
    this.translation = translation;
  }

  /** The roles we know of a person, each once. */
  static List<String> roles(Part person) {
    Set<String> roles = new LinkedHashSet<>();
    for (JsonNode role : person.fields().list(ROLE, MOST_ROLES)) {
      String known = ROLES.get(role.asText("").strip().toLowerCase(Locale.ROOT));
      if (known != null) {
        roles.add(known);
      }
    }
    return List.copyOf(roles);
  }

  /**
   * Puts every party into the report.
   *
   * @param shared what the incident itself points at, and so is not a person's alone
   * @throws Problem 422 where there are more than a report may name
   */
  void translate(Set<Part> shared) {
    ArrayNode persons = translation.report().putArray("persons");
    translation.stands("/persons", "/" + EidoParts.PERSONS);
    for (Part person : parts.all(EidoParts.PERSONS)) {
      List<String> roles = roles(person);
      if (!roles.isEmpty()) {
        otherRoles(person);
      }
      for (String role : roles) {
        if (persons.size() == ReportReader.MOST_PERSONS) {
          throw Problem.wrong("too-many", "This list is too long.")
              .at("/" + EidoParts.PERSONS)
              .expected("at most " + ReportReader.MOST_PERSONS + " parties");
        }
        translate(person, role, persons, shared);
      }
    }
  }

  /** Whether something is a party's own, and kept with that party. */
  boolean own(Part part) {
    return owned.contains(part);
  }

  /** Who has a role we know may have others besides, and those are passed over. */
  private void otherRoles(Part person) {
    String origin = person.pointer() + "/" + ROLE;
    for (JsonNode role : person.fields().list(ROLE, MOST_ROLES)) {
      if (!ROLES.containsKey(role.asText("").strip().toLowerCase(Locale.ROOT))) {
        translation.leaves(origin, Reading.Why.UNKNOWN_ROLE);
      }
    }
  }

  private void translate(Part person, String role, ArrayNode persons, Set<Part> shared) {
    ObjectNode ours = ReportJson.object();
    String pointer = "/persons/" + persons.size();
    persons.add(ours);
    translation.stands(pointer, person.pointer());
    say(ours, pointer, "ref", person.text("$id"), person.pointer() + "/$id");
    say(ours, pointer, "role", role, person.pointer() + "/" + ROLE);
    JsonNode about = person.node().path("ncPersonComponent");
    String niem = person.pointer() + "/ncPersonComponent";
    JsonNode born = about.path("birthDate").path(0);
    JsonNode name = about.path("name").path(0);
    say(ours, pointer, "name", name(name), niem + "/name", used(name));
    say(ours, pointer, "birthDate", value(born, "date"), niem + "/birthDate", List.of("/0/date"));
    say(
        ours,
        pointer,
        "language",
        language(about),
        niem + "/primaryLanguage",
        List.of("/0/languageCode"));
    say(ours, pointer, "phone", telephone(person), person.pointer() + "/callBackReference");
    say(ours, pointer, "address", address(person), person.pointer() + "/locationReference");
    for (Part addition : parts.referred(person.node(), "additionalDataReference")) {
      EidoReader.add(ours, pointer, addition, MAY_BE_ADDED, translation);
    }
    ObjectNode kept = ours.putObject("eido");
    kept.set(EidoParts.PERSONS, person.node());
    keepOwn(person, shared, kept);
  }

  private void keepOwn(Part person, Set<Part> shared, ObjectNode kept) {
    for (String reference : OWN) {
      for (Part part : parts.referred(person.node(), reference)) {
        if (!shared.contains(part)) {
          owned.add(part);
          kept.withArray(reference).add(part.node());
        }
      }
    }
  }

  private void say(ObjectNode ours, String pointer, String field, String value, String origin) {
    if (!value.isEmpty()) {
      translation.says(ours, pointer, field, TextNode.valueOf(value), origin);
    }
  }

  /** The same, where only parts of what stands at the origin were read: the rest says nothing. */
  private void say(
      ObjectNode ours,
      String pointer,
      String field,
      String value,
      String origin,
      List<String> read) {
    if (!value.isEmpty()) {
      ours.put(field, value);
      translation.stands(pointer + "/" + field, origin);
      read.forEach(part -> translation.uses(origin + part));
    }
  }

  private static String name(JsonNode name) {
    String full = value(name, FULL_NAME);
    return full.isEmpty()
        ? NAMES.stream()
            .flatMap(part -> values(name, part).stream())
            .collect(Collectors.joining(" "))
        : full;
  }

  /** The parts of the first name that {@link #name} was made of. */
  private static List<String> used(JsonNode name) {
    return value(name, FULL_NAME).isEmpty()
        ? NAMES.stream().map(part -> "/0/" + part).toList()
        : List.of("/0/" + FULL_NAME);
  }

  /** ISO 639-3 as NIEM has it, in the two letters of BCP 47 where there are two. */
  private static String language(JsonNode about) {
    String three =
        value(about.path("primaryLanguage").path(0), "languageCode").toLowerCase(Locale.ROOT);
    return LANGUAGES.getOrDefault(three, three);
  }

  private String telephone(Part person) {
    for (Part callBack : parts.referred(person.node(), "callBackReference")) {
      int place = 0;
      for (JsonNode uri : callBack.node().path("callBackInformationUri")) {
        String text = uri.asText("").strip();
        if (text.regionMatches(true, 0, "tel:", 0, 4)) {
          translation.uses(callBack.pointer() + "/callBackInformationUri/" + place);
          return text.substring(4);
        }
        place++;
      }
    }
    return "";
  }

  private String address(Part person) {
    for (Part location : parts.referred(person.node(), "locationReference")) {
      String line = parts.address(location).map(CivicAddress::line).orElse("");
      if (!line.isEmpty()) {
        translation.uses(location.pointer() + "/locationByValue");
        return line;
      }
    }
    return "";
  }

  private static String value(JsonNode node, String field) {
    return values(node, field).stream().findFirst().orElse("");
  }

  /** NIEM in JSON: every element is a list of objects that hold a value, a code one step deeper. */
  private static List<String> values(JsonNode node, String field) {
    List<String> values = new ArrayList<>();
    for (JsonNode one : node.path(field)) {
      Optional.of(one.path(one.has("value") ? "value" : "simpleType").asText("").strip())
          .filter(text -> !text.isEmpty())
          .ifPresent(values::add);
    }
    return values;
  }
}
