package org.warmhandoff.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.warmhandoff.simulator.door.Caller;

/** What is written and read at the doors: reports and consents, of made-up people alone. */
final class Papers {

  static final String INTAKE = "/incident/api/v1/incidents";
  static final String CONSENTS = "/referral/api/v1/consents";

  private Papers() {}

  /** What a CAD knows of a call at this time, in the words its mapping takes. */
  static String report(String id, Instant asOf, String status, String charge) {
    return """
        {"externalId":"%s","asOf":"%s","occurredAt":"%s","type":"DVA","status":"%s","domestic":"yes",
         "physical":"yes","charge":"%s","arrest":"unknown","released":"unknown","relationship":"SE",
         "municipality":"ward-7","placeKind":"home","priority":1,
         "persons":[
          {"ref":"v","role":"victim","name":"Demo Person 0417 Maple","phone":"+15195550117",
           "address":"12 Example Lane","language":"en"},
          {"ref":"o","role":"alleged-offender","name":"Demo Person 0418 Oak","phone":"+15195550118"}]}"""
        .formatted(
            id,
            asOf,
            asOf.minus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.HOURS),
            status,
            charge);
  }

  /** The victim of an incident, as intake answers with her. */
  static UUID victim(City city, Caller cad, UUID incident) {
    for (JsonNode party :
        city.door().get(cad, INTAKE + "/" + incident).json().path("facts").path("parties")) {
      if (party.path("role").asText().equals("VICTIM")) {
        return City.id(party, "person");
      }
    }
    throw new AssertionError("no victim");
  }

  /** The text in force for the consent to one agency's support. */
  static String textVersion(City city, Caller taker, String agency) {
    return city.door()
        .get(taker, "/referral/api/v1/consent-texts?purpose=SUPPORT&language=en&agency=" + agency)
        .json()
        .path("version")
        .asText();
  }

  /** Her name and phone, to one agency, for support. */
  static String consent(UUID incident, UUID victim, String agency, String textVersion) {
    return """
        {"incident":"%s","person":"%s","agency":"%s","purpose":"SUPPORT","categories":["NAME","PHONE"],
         "decision":"GIVEN","form":"VERBAL","textVersion":"%s","language":"en","overheard":"NO",
         "asserted":false,"needs":["counselling"],"urgency":"ROUTINE"}"""
        .formatted(incident, victim, agency, textVersion);
  }
}
