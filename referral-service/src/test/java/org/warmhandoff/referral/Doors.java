package org.warmhandoff.referral;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.warmhandoff.contracts.AgencyReferral.ReferralOffered;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.ReferralEvent.ReferralRequested;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Records.Found;
import org.warmhandoff.testbed.Tokens;

/** The service's doors as its callers use them, and its topics as their readers see them. */
final class Doors {

  static final String OFFICER = "windsor-officer-1";
  static final String HOUSE = "hiatus-house";
  static final String FSWE = "fswe";
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private Doors() {}

  static RequestSpecification as(String person) {
    return given().auth().oauth2(Tokens.of(person));
  }

  static Browser browser(String person, String language) {
    return new Browser("http://localhost:" + RestAssured.port + "/referral", person, language);
  }

  static RequestSpecification client(String client) {
    return given().auth().oauth2(Tokens.client(client));
  }

  static RequestSpecification agency(String code) {
    return client("agency-" + code);
  }

  /** The four agencies of the demo. */
  static void describeAgencies() {
    describe(HOUSE, true, List.of("SUPPORT"), List.of("VICTIM"));
    describe(FSWE, true, List.of("EARLY_INTERVENTION", "SUPPORT"), List.of("VICTIM"));
    describe("harbour-support", true, List.of("SUPPORT"), List.of("VICTIM"));
    describe("entraide", true, List.of("OUTREACH"), List.of("ALLEGED_OFFENDER"));
  }

  static void describe(String code, boolean active, List<String> purposes, List<String> serves) {
    client("operator")
        .contentType("application/json")
        .body(
            Map.of(
                "name",
                "Agency " + code,
                "purposes",
                purposes,
                "serves",
                serves,
                "answerWithin",
                "PT24H",
                "active",
                active))
        .put("/api/v1/agencies/" + code)
        .then()
        .statusCode(204);
  }

  /** A consent as it is posted; what a test is about, it replaces. */
  static Map<String, Object> consent(Scene scene, String agency) {
    Map<String, Object> body = new HashMap<>();
    body.put("incident", scene.incident());
    body.put("person", scene.victim());
    body.put("agency", agency);
    body.put("purpose", "SUPPORT");
    body.put("categories", List.of("NAME", "PHONE"));
    body.put("decision", "given");
    body.put("form", "VERBAL");
    body.put("textVersion", "2026-1");
    body.put("language", "en");
    body.put("overheard", "NO");
    body.put("asserted", false);
    body.put("needs", List.of("shelter"));
    body.put("urgency", "URGENT");
    return body;
  }

  static ValidatableResponse post(String person, Map<String, Object> consent) {
    return as(person).contentType("application/json").body(consent).post("/api/v1/consents").then();
  }

  static UUID give(Scene scene, String agency) {
    return give(consent(scene, agency));
  }

  static UUID give(Map<String, Object> consent) {
    return UUID.fromString(
        post(OFFICER, consent).statusCode(201).extract().<String>path("consent"));
  }

  /** Gives consent and waits until the agency was sent the referral. */
  static UUID referred(Scene scene, String agency) {
    return requested(give(scene, agency)).referral();
  }

  static void withdraw(UUID consent) {
    as(OFFICER).post("/api/v1/consents/" + consent + "/withdrawal").then().statusCode(204);
  }

  static ValidatableResponse content(String agency, UUID referral) {
    return agency(agency).get("/api/v1/referrals/" + referral + "/content").then();
  }

  static ValidatableResponse answer(String agency, UUID referral, Map<String, Object> answer) {
    return agency(agency)
        .contentType("application/json")
        .body(answer)
        .post("/api/v1/referrals/" + referral + "/answers")
        .then();
  }

  static ReferralRequested requested(UUID consent) {
    return awaited(
        Topics.REFERRAL, ReferralRequested.class, event -> event.consent().equals(consent));
  }

  static Found offered(String agency, UUID referral) {
    return Records.await(
        Topics.agencyReferrals(agency),
        PATIENCE,
        found ->
            found.header("ce_type").equals(EventTypes.name(ReferralOffered.class))
                && referral.toString().equals(found.key()));
  }

  /** Waits for an event of this type on the topic. */
  static <E extends Event> E awaited(String topic, Class<E> type, Predicate<E> wanted) {
    Found found =
        Records.await(
            topic,
            PATIENCE,
            record ->
                record.header("ce_type").equals(EventTypes.name(type))
                    && wanted.test(event(record, type)));
    return event(found, type);
  }

  static <E extends Event> E event(Found found, Class<E> type) {
    try {
      return EventJson.read(type, found.value());
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
