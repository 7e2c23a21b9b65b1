package org.warmhandoff.fuzz;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and codes that a refusal is made of: they may stand in an input as well. */
final class OurWords {

  /** Of formats and protocols; what is shorter than an echo is here for the dictionary. */
  private static final List<String> NAMES =
      List.of(
          // Our own report.
          "externalId",
          "sequence",
          "asOf",
          "occurredAt",
          "type",
          "status",
          "domestic",
          "physical",
          "charge",
          "arrest",
          "released",
          "relationship",
          "municipality",
          "placeKind",
          "priority",
          "test",
          "note",
          "persons",
          "ref",
          "role",
          "staffId",
          "name",
          "birthDate",
          "phone",
          "address",
          "language",
          "recordNumber",
          "safeContact",
          // EIDO.
          "$id",
          "$ref",
          "eidoVersion",
          "incidentComponent",
          "incidentTypeCommonRegistryText",
          "incidentStatusCommonRegistryText",
          "incidentCommonPriorityNumber",
          "dispositionComponent",
          "dispositionCommonRegistryCode",
          "lastUpdateTimeStamp",
          "personComponent",
          "personIncidentRoleRegistryText",
          "ncPersonComponent",
          "personFullName",
          "personGivenName",
          "personSurName",
          "primaryLanguage",
          "languageCode",
          "simpleType",
          "value",
          "callbackComponent",
          "callBackReference",
          "callBackInformationUri",
          "callComponent",
          "callStartTimestamp",
          "locationComponent",
          "locationReference",
          "locationByValue",
          "notesComponent",
          "notesActionComments",
          "additionalDataComponent",
          "additionalDataReference",
          "additionalDataByValue",
          "urlPurpose",
          "civicAddress",
          "urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr",
          "<!DOCTYPE",
          "<![CDATA[",
          // CloudEvents over HTTP.
          "ce-specversion",
          "ce-id",
          "ce-source",
          "ce-type",
          "specversion",
          "id",
          "source",
          "datacontenttype",
          "data",
          "data_base64",
          "Content-Type",
          "Content-Encoding",
          "gzip",
          "application/cloudevents+json",
          "application/emergency.eido+json",
          "application/json",
          "org.warmhandoff.report.v1");

  /** Values that mean something. */
  private static final List<String> CODES =
      List.of(
          "active",
          "closed",
          "cancelled",
          "alleged-offender",
          "victim",
          "Victim",
          "CRIMINAL TRESPASS",
          "1e999999999",
          "-1E-2147483649",
          "2026-11-01T01:30:00",
          "2026-01-31T22:15:00-05:00",
          "\\u0000",
          "\\ud834");

  private static final Pattern TIME =
      Pattern.compile("[+-]?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

  private static final Pattern OURS =
      Pattern.compile(
          Stream.concat(NAMES.stream(), CODES.stream())
              .sorted(Comparator.comparing(String::length).reversed())
              .filter(word -> word.length() > 3)
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "", "|" + TIME.pattern())));

  private OurWords() {}

  /** The pieces of a text that are no word of ours, and no instant in UTC. */
  static List<String> between(String text) {
    return Stream.of(OURS.split(text)).filter(piece -> piece.length() >= Answer.ECHO).toList();
  }

  /** In the form of libFuzzer's dictionaries. */
  static String dictionary() {
    return Stream.concat(NAMES.stream(), CODES.stream())
        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
        .collect(Collectors.joining());
  }
}
