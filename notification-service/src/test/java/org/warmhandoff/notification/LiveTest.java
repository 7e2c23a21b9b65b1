package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Open pages hear that they should look again: whoever it concerns, and nothing of what. */
@QuarkusTest
@WithStack("notification-service")
class LiveTest {

  private final Town town = new Town();

  /** A page somebody has open, and what it was told. */
  private record Open(HttpResponse<InputStream> answer, List<String> told)
      implements AutoCloseable {

    static Open by(String who) {
      Browser browser = Town.browser(who, "en");
      browser.get("/duty");
      HttpResponse<InputStream> answer = browser.stream("/live");
      assertEquals(200, answer.statusCode());
      List<String> told = new CopyOnWriteArrayList<>();
      Open open = new Open(answer, told);
      Thread.ofVirtual().start(open::read);
      Town.eventually(() -> told.contains("event:hello"));
      return open;
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        lines.lines().map(line -> line.replace(": ", ":")).forEach(told::add);
      } catch (IOException | UncheckedIOException closed) {
        // the test has ended
      }
    }

    long changes() {
      return told.stream().filter("event:changed"::equals).count();
    }

    @Override
    public void close() throws IOException {
      answer.body().close();
    }
  }

  private UUID paged() {
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    return Town.assignment(Town.told(incident, "worker-paged"));
  }

  private static void answer(String who, UUID help, String how, String body) {
    Town.as(Tokens.of(who))
        .body(body)
        .post("/api/v1/assignments/" + help + "/" + how)
        .then()
        .statusCode(204);
  }

  @Test
  void whoIsCalledOnIsToldAtOnceAndNobodyElse() throws IOException {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", "hiatus-worker-2");
    town.register("hiatus-supervisor");
    try (Open worker = Open.by("hiatus-worker-2");
        Open other = Open.by("hiatus-worker-3");
        Open supervisor = Open.by("hiatus-supervisor")) {
      assertTrue(answerType(worker).startsWith("text/event-stream"), "a browser knows what it is");
      UUID help = paged();
      Town.eventually(() -> worker.changes() == 1);
      assertEquals(0, supervisor.changes());
      answer("hiatus-worker-2", help, "refusal", "{\"reason\":\"busy\"}");
      Town.eventually(() -> supervisor.changes() == 1 && worker.changes() == 2);
      assertEquals(0, other.changes());
      answer("hiatus-supervisor", help, "acknowledgement", "");
      String all = String.join("\n", worker.told()) + String.join("\n", supervisor.told());
      assertFalse(all.contains(help.toString()), "it says that, and not what");
    }
  }

  private static String answerType(Open open) {
    return open.answer().headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void nobodyKeepsMoreOpenThanTheyCanLookAt() throws IOException {
    Open[] open = new Open[8];
    for (int i = 0; i < open.length; i++) {
      open[i] = Open.by("hiatus-worker-4");
    }
    Browser browser = Town.browser("hiatus-worker-4", "en");
    browser.get("/duty");
    try (InputStream ninth = browser.stream("/live").body()) {
      assertEquals(-1, ninth.read(), "it ends at once");
    }
    for (Open one : open) {
      one.close();
    }
  }
}
