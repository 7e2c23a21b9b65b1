package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.Heard;

/** Telephones of the local stack, in a real browser: read, answered, and added by their owner. */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(2)
class OutboxTest {

  private static final int FROM_THE_FRONT_DOOR = 6;
  private static final Set<String> WITH_TELEPHONE = Set.of("hiatus-worker-1", "hiatus-worker-2");
  private static final Pattern CODE = Pattern.compile("Your code is ([0-9]{6})\\.");

  private City city;
  private @Nullable Chromium chromium;

  @BeforeAll
  void open(City city) {
    this.city = city;
    chromium = Chromium.open();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private String outbox() {
    URI door = city.stack().url();
    return "http://localhost:" + (door.getPort() + FROM_THE_FRONT_DOOR) + "/";
  }

  private BrowserContext phone() {
    return Objects.requireNonNull(chromium)
        .context(
            new NewContextOptions()
                .setViewportSize(390, 844)
                .setColorScheme(ColorScheme.DARK)
                .setLocale("en-CA"));
  }

  private static String user(JsonNode told) {
    UUID worker = UUID.fromString(told.path("staff").path(0).asText());
    return People.caller(worker).client().substring("person:".length());
  }

  /** Three in the morning, when what other tests asked for is over with the workers. */
  private void nextNight() {
    var now = city.now().atZone(City.TORONTO);
    city.movesTo(now.plusDays(1).with(LocalTime.of(3, 10)).toInstant());
    city.askedRunsOut();
  }

  /** A call by video at night, until somebody with a telephone is asked. */
  private JsonNode asked(UUID incident) {
    for (int others = 0; others < 4; others++) {
      city.settles();
      JsonNode told = lastPaged(incident);
      if (WITH_TELEPHONE.contains(user(told))) {
        return told;
      }
      UUID staff = UUID.fromString(told.path("staff").path(0).asText());
      Answer declined =
          city.posts(
              People.caller(staff),
              "/notification/api/v1/assignments/" + City.id(told, "assignment") + "/refusal",
              "{\"reason\":\"busy\"}");
      assertThat(declined.status()).as(declined.body()).isEqualTo(204);
    }
    throw new AssertionError("nobody with a telephone was asked");
  }

  private JsonNode lastPaged(UUID incident) {
    List<Heard> paged = city.told("worker-paged", incident);
    assertThat(paged)
        .as(
            () ->
                "nobody was asked; what was told: "
                    + city.heard().stream()
                        .filter(
                            told ->
                                told.key().equals(incident.toString())
                                    || incident.toString().equals(told.attribute("correlationid")))
                        .map(told -> told.what() + " " + told.data())
                        .toList())
        .isNotEmpty();
    return paged.getLast().data();
  }

  private UUID wanted(String id) {
    Answer posted =
        city.posts(
            Caller.cad("windsor"),
            "/incident/api/v1/incidents",
            """
            {"externalId":"%s","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
             "domestic":"yes","physical":"yes","persons":[
              {"ref":"v","role":"victim","name":"Demo Person %s Birch"},
              {"ref":"o","role":"alleged-offender","name":"Demo Person %s Elm"}]}"""
                .formatted(id, city.now(), city.now(), id, id));
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    city.settles();
    UUID incident = City.id(posted.json(), "incident");
    Answer asked =
        city.posts(
            Caller.person("windsor-officer-2"),
            "/incident/api/v1/incidents/" + incident + "/worker-wanted",
            "{\"help\":\"virtual\"}");
    assertThat(asked.status()).as(asked.body()).isBetween(200, 299);
    return incident;
  }

  @Test
  void a_text_message_is_read_and_answered_as_from_a_telephone() {
    nextNight();
    UUID incident = wanted("outbox");
    JsonNode told = asked(incident);
    try (BrowserContext phone = phone()) {
      Page page = phone.newPage();
      page.navigate(outbox());
      Locator message = page.locator("li", has("Someone needs you.")).first();
      message.waitFor();
      assertThat(message.innerText()).contains("+15195550").doesNotContain("Demo Person", "DVA");
      Chromium.shot(page, "outbox-1-message");
      message.locator("button").first().click();
      page.locator("li", has("it is yours")).first().waitFor();
      Chromium.shot(page, "outbox-2-answered");
    }
    city.settles();
    List<Heard> accepted = city.told("page-accepted", incident);
    assertThat(accepted).hasSize(1);
    assertThat(accepted.getFirst().data().path("assignment")).isEqualTo(told.path("assignment"));
    finish(told);
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Whoever has a call in hand is not free for the tests that follow. */
  private void finish(JsonNode told) {
    UUID staff = UUID.fromString(told.path("staff").path(0).asText());
    String help = "/notification/api/v1/assignments/" + City.id(told, "assignment");
    city.posts(People.caller(staff), help + "/contact");
    Answer over =
        city.posts(
            People.caller(staff), help + "/conclusion", "{\"outcome\":\"already-supported\"}");
    assertThat(over.status()).as(over.body()).isEqualTo(204);
    city.settles();
  }

  @Test
  void a_worker_proves_a_telephone_of_their_own() {
    try (BrowserContext phone = phone()) {
      Page page = phone.newPage();
      page.navigate(city.stack().url() + "/notification/channels");
      page.locator("#login-onscene-worker-6").click();
      page.waitForURL("**/notification/channels**");
      page.locator("input[name=kind][value=sms]").check();
      page.locator("input[name=address]").fill("+1 (519) 555-0160");
      page.locator("form[action$='/channels'] button").click();
      page.locator("input[name=code]").waitFor();
      Chromium.shot(page, "channels-1-code");

      Page outbox = phone.newPage();
      outbox.navigate(outbox());
      Locator message = outbox.locator("li", has("+15195550160")).first();
      message.waitFor();
      Matcher code = CODE.matcher(message.innerText());
      assertThat(code.find()).isTrue();
      page.locator("input[name=code]").fill(code.group(1));
      page.locator("form[action$='/proof'] button").click();
      page.locator(".state", has("it is proven")).waitFor();
      Chromium.shot(page, "channels-2-proven");
      page.locator("form[action$='/removal'] button").click();
      page.waitForCondition(() -> page.locator("form[action$='/removal']").count() == 0);
    }
  }

  @Test
  void a_page_shows_by_itself_on_a_duty_page_that_is_open() {
    nextNight();
    try (BrowserContext phone = phone()) {
      Page page = phone.newPage();
      page.navigate(city.stack().url() + "/notification/duty");
      page.locator("#login-hiatus-worker-1").click();
      page.waitForURL("**/notification/duty**");
      // it is open, and its line stands, before anything happens
      page.waitForResponse(answer -> answer.url().endsWith("/notification/live"), page::reload);
      UUID incident = wanted("outbox-live");
      JsonNode told = askedOnly(incident, "hiatus-worker-1");
      Locator card = page.locator("a[href$='/duty/" + City.id(told, "assignment") + "']");
      card.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
      Chromium.shot(page, "duty-live");
      Answer declined =
          city.posts(
              Caller.person("hiatus-worker-1"),
              "/notification/api/v1/assignments/" + City.id(told, "assignment") + "/acceptance");
      assertThat(declined.status()).isEqualTo(204);
      finish(told);
    }
  }

  private JsonNode askedOnly(UUID incident, String user) {
    for (int others = 0; others < 4; others++) {
      city.settles();
      JsonNode told = lastPaged(incident);
      if (user(told).equals(user)) {
        return told;
      }
      UUID staff = UUID.fromString(told.path("staff").path(0).asText());
      city.posts(
          People.caller(staff),
          "/notification/api/v1/assignments/" + City.id(told, "assignment") + "/refusal",
          "{\"reason\":\"busy\"}");
    }
    throw new AssertionError("not asked");
  }
}
