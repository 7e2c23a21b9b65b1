package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.notification.delivering.TelephoneResource;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Staff prove telephones of their own: a code comes there, and they enter it. */
@QuarkusTest
@WithStack("notification-service")
@QuarkusTestResource(TelephoneResource.class)
class ProvingTest {

  private static final Pattern CODE = Pattern.compile("Your code is ([0-9]{6})\\.");
  private static final String WORKER = "onscene-worker-5";
  private static final UUID STAFF = Tokens.staffIdOf(WORKER);

  private final Town town = new Town();
  private Browser browser;

  @BeforeEach
  void nothingYet() {
    browser = Town.browser(WORKER, "en");
    town.register(WORKER);
    Town.SQL.run("delete from channel_trial where staff = ?", STAFF);
    browser.get("/channels");
  }

  @AfterEach
  void nothingStays() {
    Town.administrator()
        .body("{\"channels\":[]}")
        .put("/api/v1/staff/" + STAFF + "/channels")
        .then()
        .statusCode(204);
    browser.close();
  }

  private HttpResponse<String> add(Telephone phone) {
    return browser.post("/channels", Map.of("kind", "sms", "address", spaced(phone.number())));
  }

  /** As people write it. */
  private static String spaced(String number) {
    return number.substring(0, 2) + " (" + number.substring(2, 5) + ") " + number.substring(5);
  }

  private static String code(Telephone phone, int messages) {
    Town.eventually(() -> phone.received().size() == messages);
    Matcher code = CODE.matcher(String.valueOf(phone.received().getLast().get("Body")));
    assertTrue(code.find());
    return code.group(1);
  }

  private static UUID contact() {
    return (UUID)
        Objects.requireNonNull(
            Town.SQL
                .rows("select id from staff_contact where staff = ?", STAFF)
                .getFirst()
                .get("id"));
  }

  private String enter(Browser who, String code) {
    return who.post("/channels/" + contact() + "/proof", Map.of("code", code)).body();
  }

  private static String wrong(String code) {
    return code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
  }

  private static boolean verified() {
    return Town.SQL.count(
            "select count(*) from worker where id = ?"
                + " and channels @> '[{\"kind\": \"sms\", \"verified\": true}]'",
            STAFF)
        == 1;
  }

  @Test
  void whoeverEntersTheCodeThatCameIsCalledThere() {
    Telephone phone = Telephone.of(81);
    String page = add(phone).body();
    assertTrue(page.contains("Not proven: not used") && page.contains("… 81"), page);
    assertFalse(page.contains(phone.number()), "whoever looks over a shoulder reads no number");
    String code = code(phone, 1);
    assertTrue(enter(browser, wrong(code)).contains("That is not the code"));
    assertFalse(verified());
    String proven = enter(browser, code.substring(0, 3) + " " + code.substring(3));
    assertTrue(proven.contains("it is proven") && proven.contains("Proven to be yours"), proven);
    assertTrue(verified());
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from staff_contact where staff = ? and proof = 'code-entered'",
            STAFF));
    assertTrue(enter(browser, code).contains("good no more"), "a code is good once");
    assertTrue(Town.browser(WORKER, "fr").get("/channels").body().contains("bien à vous"));

    browser.post("/channels/" + contact() + "/removal", Map.of());
    assertFalse(verified());
    assertEquals(0, Town.SQL.count("select count(*) from staff_contact where staff = ?", STAFF));
  }

  @Test
  void nobodyGuessesACodeAndNobodyEntersSomebodyElses() {
    Telephone phone = Telephone.of(82);
    add(phone);
    String code = code(phone, 1);
    Browser other = Town.browser("onscene-worker-6", "en");
    other.get("/channels");
    assertTrue(enter(other, code).contains("good no more"));
    for (int guess = 0; guess < 5; guess++) {
      assertTrue(enter(browser, wrong(code)).contains("That is not the code"));
    }
    assertTrue(enter(browser, code).contains("good no more"), "guessed at too often");
    assertFalse(verified());
    other.close();
  }

  @Test
  void aCodeEndsWithTheNextOneAndWithTime() {
    Telephone phone = Telephone.of(83);
    add(phone);
    String first = code(phone, 1);
    add(phone);
    String second = code(phone, 2);
    if (!first.equals(second)) {
      assertTrue(enter(browser, first).contains("That is not the code"));
    }
    Town.SQL.run("update channel_trial set good_until = clock_timestamp() where staff = ?", STAFF);
    assertTrue(enter(browser, second).contains("good no more"));
    assertFalse(verified());
  }

  @Test
  void nobodysTelephoneRingsAgainAndAgain() {
    Telephone phone = Telephone.of(84);
    for (int i = 0; i < 5; i++) {
      assertEquals(200, add(phone).statusCode());
    }
    assertEquals(409, add(phone).statusCode());
    Town.eventually(() -> phone.received().size() == 5);
  }

  @Test
  void whatIsNoTelephoneIsRefusedAndNotRepeated() {
    HttpResponse<String> refused =
        browser.post("/channels", Map.of("kind", "sms", "address", "519 444 0181"));
    assertEquals(422, refused.statusCode());
    assertFalse(refused.body().contains("444"));
    assertEquals(
        422, browser.post("/channels", Map.of("kind", "in-app", "address", "x")).statusCode());
  }

  @Test
  void theOrderIsTheirs() {
    Telephone text = Telephone.of(85);
    Town.administrator()
        .body(
            "{\"channels\":[{\"kind\":\"in-app\",\"verified\":true},"
                + text.as("sms")
                + ","
                + Telephone.of(86).as("voice")
                + "]}")
        .put("/api/v1/staff/" + STAFF + "/channels")
        .then()
        .statusCode(204);
    UUID voice =
        (UUID)
            Objects.requireNonNull(
                Town.SQL
                    .rows("select id from staff_contact where staff = ? and kind = 'voice'", STAFF)
                    .getFirst()
                    .get("id"));
    browser.post("/channels/" + voice + "/first", Map.of());
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from worker where id = ? and channels -> 0 ->> 'kind' = 'in-app'"
                + " and channels -> 1 ->> 'kind' = 'voice' and channels -> 2 ->> 'kind' = 'sms'",
            STAFF));
  }
}
