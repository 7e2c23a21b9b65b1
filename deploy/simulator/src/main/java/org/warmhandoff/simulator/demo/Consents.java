package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;

/** What persons answer when they are asked whether an agency may be told. */
final class Consents {

  private final Play play;
  private final Map<String, JsonNode> texts = new HashMap<>();

  Consents(Play play) {
    this.play = play;
  }

  /** Asks a person, and records the answer as the member of staff who asked. */
  void ask(
      Caller asker,
      Case call,
      UUID person,
      String agency,
      String purpose,
      boolean given,
      boolean asserted) {
    if (call.given.contains(agency + " " + purpose)) {
      return;
    }
    String language = "en";
    JsonNode text =
        texts.computeIfAbsent(
            agency + " " + purpose,
            key ->
                play.reads(
                    asker,
                    "/referral/api/v1/consent-texts?purpose=%s&language=%s&agency=%s"
                        .formatted(purpose, language, agency)));
    Chance chance = call.chance;
    ObjectNode consent =
        Play.object()
            .put("incident", call.incident().toString())
            .put("person", person.toString())
            .put("agency", agency)
            .put("purpose", purpose)
            .put("decision", given ? "GIVEN" : "REFUSED")
            .put("form", call.policeService().equals("richelieu") ? "WRITTEN" : "VERBAL")
            .put("textVersion", text.path("version").asText(text.path("textVersion").asText()))
            .put("language", language)
            .put("overheard", chance.in(0.95) ? "NO" : "UNKNOWN")
            .put("asserted", asserted)
            .put("urgency", chance.in(0.8) ? "ROUTINE" : "URGENT");
    consent.putArray("categories").add("NAME").add("PHONE").add("LANGUAGE");
    consent.putArray("needs").add("counselling");
    play.tally.consentsAsked++;
    Answer answer = play.posts(asker, "/referral/api/v1/consents", consent);
    if (!answer.done() || !given) {
      return;
    }
    play.tally.consentsGiven++;
    call.given.add(agency + " " + purpose);
    if (chance.in(0.05)) {
      UUID id = Play.id(answer.json(), "consent");
      play.in(
          chance.minutes(30, 24 * 60),
          call,
          () -> {
            play.tally.withdrawn++;
            play.posts(asker, "/referral/api/v1/consents/" + id + "/withdrawal", null);
          });
    }
  }
}
