package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** The worker's pages without JavaScript, after a real login. */
@QuarkusTest
@WithStack("notification-service")
class DutyPagesTest {

  private final Town town = new Town();

  @Test
  void aWorkerAnswersFromPageToOutcomeWithPlainForms() {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", "hiatus-worker-1");
    Browser worker = Town.browser("hiatus-worker-1", "en");
    assertTrue(worker.get("/duty").body().contains("Nothing calls on you now"));
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));
    String page = "/duty/" + assignment;

    assertTrue(worker.get("/duty").body().contains(page));
    HttpResponse<String> asked = worker.get(page);
    assertEquals(200, asked.statusCode());
    assertTrue(asked.body().contains("Can you go?"), asked.body());
    assertFalse(asked.body().contains("/incident/contact/"), "no contact before a yes");

    HttpResponse<String> accepted = worker.post(page + "/acceptance", Map.of());
    assertEquals(page, accepted.uri().getPath().replace("/notification", ""));
    assertTrue(accepted.body().contains("/incident/contact/" + incident), accepted.body());
    HttpResponse<String> tried = worker.post(page + "/attempt", Map.of("attempt", "no-answer"));
    assertTrue(tried.body().contains("Tried 1 times"), tried.body());
    Town.told(incident, "contact-attempted");
    assertTrue(worker.post(page + "/contact", Map.of()).body().contains("How did it end?"));
    assertEquals(409, worker.post(page + "/return", Map.of()).statusCode(), "it has not ended");
    Map<String, String> refuge = Map.of("outcome", "referred", "handover", "refuge");
    HttpResponse<String> ended = worker.post(page + "/conclusion", refuge);
    assertTrue(ended.body().contains("This page is over"), ended.body());
    assertTrue(Town.told(incident, "assignment-concluded").body().contains("REFUGE"));
    assertTrue(ended.body().contains("She got in touch again"), ended.body());
    worker.post(page + "/return", Map.of());
    assertTrue(
        Town.told(incident, "self-initiated-contact").body().contains("\"policeMayKnow\":false"));

    HttpResponse<String> late = worker.post(page + "/acceptance", Map.of());
    assertEquals(409, late.statusCode());
    Browser other = Town.browser("hiatus-worker-2", "fr");
    assertTrue(other.get("/duty").body().contains("Rien ne vous attend"));
    assertEquals(404, other.post(page + "/acceptance", Map.of()).statusCode());
    assertEquals(403, other.get("/board").statusCode());
  }

  @Test
  void whoIsCalledOffIsToldToTurnBackAndSaysSo() {
    town.put(
            "s",
            town.program("s", "on-site", "scene-safe-and-worker-wanted", "onscene-supervisor-1"))
        .statusCode(200);
    town.onDuty("s", "hiatus-worker-3");
    UUID incident = town.reportLive();
    town.wanted(incident, Help.ON_SITE);
    town.safe(incident);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));
    Browser worker = Town.browser("hiatus-worker-3", "en");
    worker.get("/duty");
    worker.post("/duty/" + assignment + "/acceptance", Map.of());
    town.tell(new SceneSafetyRevoked(incident, UUID.randomUUID(), TestClock.now()), Mode.LIVE);
    Town.told(incident, "assignment-stood-down");
    HttpResponse<String> page = worker.get("/duty/" + assignment);
    assertTrue(page.body().contains("Turn back"), page.body());
    worker.post("/duty/" + assignment + "/stand-down-acknowledgement", Map.of());
    Town.told(incident, "stand-down-acknowledged");
    Town.advised(incident, "help-stood-down");
  }

  @Test
  void theBoardShowsWhoWasAskedAndWhy() {
    Town windsor = new Town("windsor");
    Browser dispatcher = Town.browser("windsor-dispatcher", "en");
    assertEquals(200, dispatcher.get("/board").statusCode());
    windsor
        .put("b", windsor.program("b", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    windsor.onDuty("b", "hiatus-worker-4");
    UUID incident = windsor.reportLive();
    windsor.wanted(incident, Help.VIRTUAL);
    Town.told(incident, "worker-paged");
    String board = dispatcher.get("/board").body();
    assertTrue(board.contains(incident.toString().substring(28)), board);
    assertTrue(board.contains("Looking for a worker"), board);
    String reasons = dispatcher.get("/board/" + incident).body();
    assertTrue(reasons.contains("it is for incidents like this"), reasons);
    assertTrue(reasons.contains("can go"), reasons);
    assertTrue(reasons.matches("(?s).*<h2>\\d+ min, \\d\\d:\\d\\d</h2>.*"), reasons);
    assertEquals(
        404, Town.browser("cleveland-dispatcher", "en").get("/board/" + incident).statusCode());
  }
}
