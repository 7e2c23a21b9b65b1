package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.WithStack;

/** A program read and changed on its page, without JavaScript, after a real login. */
@QuarkusTest
@WithStack("notification-service")
class ProgramPagesTest {

  private final Town town = new Town();

  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("name", "Night line");
    form.put("mode", "virtual");
    form.put("kind", "live-help");
    form.put("trigger", "worker-wanted");
    form.put("staffing", "pool");
    form.put("zone", "America/Toronto");
    form.put("crew-roles", "");
    form.put("languages", "fr");
    form.put("skills", "");
    form.put("days-0", "FR");
    form.put("rule-0", "");
    form.put("from-0", "20:00");
    form.put("to-0", "04:00");
    form.put("holidays", "2026-12-25 Christmas");
    for (String criterion :
        new String[] {"relationship", "charge", "physical", "arrest", "asked", "risk", "status"}) {
      form.put(criterion, "any");
      form.put("unknown-" + criterion, "wait");
    }
    form.put("domestic", "yes");
    form.put("unknown-domestic", "wait");
    form.put("charge", "laid");
    form.put("municipalities", "");
    form.put("answer-within", "5");
    form.put("response-target", "");
    form.put("supervisor-after", "");
    form.put("next-rung", "");
    form.put("outside-window", "nobody");
    form.put("help-line", "519-723-2711");
    return form;
  }

  @Test
  void anAdministratorDraftsTriesAndPublishesAChange() {
    town.put("p", town.program("p", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    String page = "/programs/" + town.code("p");
    Browser administrator = Town.browser("administrator", "en");
    assertTrue(administrator.get("/programs").body().contains(page));
    assertTrue(administrator.get(page).body().contains("Every day"));

    Map<String, String> wrong = form();
    wrong.put("from-0", "8 pm");
    HttpResponse<String> refused = administrator.post(page + "/draft", wrong);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("8 pm"), "what was written is still there");
    assertTrue(refused.body().contains("/windows/0/from"), refused.body());

    String drafted = administrator.post(page + "/draft", form()).body();
    assertTrue(drafted.contains("Saved by administrator"), drafted);
    String preview = administrator.get(page + "/preview").body();
    assertTrue(preview.contains("0 incidents of the last seven days"), preview);
    String published = administrator.post(page + "/publication", Map.of()).body();
    assertTrue(published.contains("Version 2"), published);
    assertTrue(published.contains("A charge was laid"), published);
    assertTrue(published.contains("20:00–04:00"), published);
    assertTrue(published.contains("Everyone on duty is asked at once"), published);
    assertTrue(published.contains("Published"), "the history says so");

    administrator.post(page + "/draft", form());
    assertFalse(
        administrator.post(page + "/discarding", Map.of()).body().contains("Saved by"),
        "thrown away");
    assertEquals(404, administrator.get("/programs/no-such-program").statusCode());
  }

  @Test
  void othersReadItAndChangeNothing() {
    town.put("p", town.program("p", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    String page = "/programs/" + town.code("p");
    Browser dispatcher = Town.browser("windsor-dispatcher", "fr");
    String read = dispatcher.get(page).body();
    assertTrue(read.contains("Pour qui"), read);
    assertFalse(read.contains("<form class=\"card\""), "nothing to send");
    assertEquals(403, dispatcher.post(page + "/draft", form()).statusCode());
    assertEquals(403, Town.browser("hiatus-worker-1", "en").get(page).statusCode());
  }
}
