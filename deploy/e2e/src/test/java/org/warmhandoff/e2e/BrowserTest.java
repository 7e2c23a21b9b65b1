package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;

/**
 * Officer and worker do their part in a real browser on a small screen, once with and once without
 * JavaScript, logging in at the identity provider's page.
 */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(2)
class BrowserTest {

  private static final int PHONE_WIDTH = 390;
  private static final int PHONE_HEIGHT = 844;
  private static final double SMALLEST_TARGET = 48;

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

  @ParameterizedTest(name = "JavaScript {0}")
  @ValueSource(booleans = {true, false})
  void an_officer_asks_for_a_worker_and_the_worker_accepts(boolean javaScript) {
    String shots = javaScript ? "script" : "plain";
    city.movesToNextEvening();
    UUID incident = post("browser-" + shots);

    try (BrowserContext phone = phone(javaScript)) {
      Page page = phone.newPage();
      List<String> errors = errors(page);
      login(page, "/incident/scene/" + incident, "windsor-officer-2");
      page.locator("input[name=suspect][value=left]").check();
      shot(page, shots + "-officer-1-scene");
      page.locator("form[action$='/scene-safe'] button").click();
      answered(page, javaScript);
      city.settles();
      page.locator("button[name=help][value=on-site]").click();
      answered(page, javaScript);
      city.settles();
      page.navigate(page.url());
      shot(page, shots + "-officer-2-wanted");
      assertThat(page.locator("body").innerText()).doesNotContain("Demo Person");
      assertThat(errors).isEmpty();
    }

    JsonNode told = city.told("worker-paged", incident).getLast().data();
    UUID worker = UUID.fromString(told.path("staff").path(0).asText());
    UUID assignment = City.id(told, "assignment");
    try (BrowserContext phone = phone(javaScript)) {
      Page page = phone.newPage();
      List<String> errors = errors(page);
      login(
          page, "/notification/duty", People.caller(worker).client().substring("person:".length()));
      shot(page, shots + "-worker-1-duty");
      assertThat(page.locator("body").innerText()).doesNotContain("Demo Person");
      page.locator("a[href$='/duty/" + assignment + "']").click();
      shot(page, shots + "-worker-2-page");
      page.locator("form[action$='/acceptance'] button").click();
      answered(page, javaScript);
      city.settles();
      shot(page, shots + "-worker-3-accepted");
      assertThat(errors).isEmpty();
    }
    assertThat(city.told("page-accepted", incident)).hasSize(1);
  }

  @ParameterizedTest(name = "JavaScript {0}")
  @ValueSource(booleans = {true, false})
  void after_an_officer_has_signed_out_a_worker_signs_in_on_the_same_phone(boolean javaScript) {
    try (BrowserContext phone = phone(javaScript)) {
      Page page = phone.newPage();
      login(page, "/incident/scene", "windsor-officer-1");
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL(address -> URI.create(address).getPath().equals("/"));
      assertThat(phone.cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));

      login(page, "/notification/duty", "hiatus-worker-1");
      assertThat(page.url()).endsWith("/notification/duty");
      assertThat(page.navigate(city.stack().url() + "/notification/duty").status())
          .as("the worker's own page, and nothing of the officer's session")
          .isEqualTo(200);

      page.navigate(city.stack().url() + "/");
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL(address -> address.contains("state="));
      assertThat(phone.cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
    }
  }

  @Test
  void what_an_officer_taps_without_a_network_is_kept_and_sent_once() {
    city.movesToNextEvening();
    UUID incident = post("browser-offline");
    try (BrowserContext phone = phone(true)) {
      Page page = phone.newPage();
      login(page, "/incident/scene/" + incident, "windsor-officer-2");
      phone.setOffline(true);
      page.locator("input[name=suspect][value=left]").check();
      page.locator("form[action$='/scene-safe'] button").click();
      page.locator("button[name=help][value=on-site]").click();
      page.locator("#taps [data-say=kept]").waitFor();
      shot(page, "offline-officer-kept");
      String kept = (String) page.evaluate("localStorage.getItem('handoff.taps')");
      assertThat(kept).contains(incident.toString()).doesNotContain("Demo Person", "519555");
      assertThat(city.told("scene-declared-safe", incident)).isEmpty();

      phone.setOffline(false);
      // Not asked inside the page: its policy lets nobody evaluate text there again and again.
      page.waitForCondition(() -> isEmpty(page));
      city.settles();
      assertThat(city.told("scene-declared-safe", incident)).hasSize(1);
      assertThat(city.told("worker-wanted", incident)).hasSize(1);
    }
  }

  @Test
  void what_a_worker_taps_without_a_network_is_kept_and_sent_once() {
    city.movesToNextEvening();
    UUID incident = post("browser-offline-worker");
    Answer asked =
        city.posts(
            Caller.person("windsor-officer-2"),
            "/incident/api/v1/incidents/" + incident + "/worker-wanted",
            "{\"help\":\"virtual\"}");
    assertThat(asked.status()).as(asked.body()).isBetween(200, 299);
    city.settles();
    JsonNode told = city.told("worker-paged", incident).getLast().data();
    UUID worker = UUID.fromString(told.path("staff").path(0).asText());
    String user = People.caller(worker).client().substring("person:".length());
    try (BrowserContext phone = phone(true)) {
      Page page = phone.newPage();
      login(page, "/notification/duty", user);
      page.navigate(city.stack().url() + "/notification/duty/" + City.id(told, "assignment"));
      phone.setOffline(true);
      page.locator("form[action$='/acceptance'] button").click();
      page.locator("#taps [data-say=kept]").waitFor();
      shot(page, "offline-worker-kept");
      assertThat(city.told("page-accepted", incident)).isEmpty();

      phone.setOffline(false);
      page.waitForCondition(() -> isEmpty(page));
      city.settles();
      assertThat(city.told("page-accepted", incident)).hasSize(1);
      page.locator("form[action$='/contact'] button").click();
      page.waitForCondition(() -> isEmpty(page));
      page.locator("input[name=outcome]").first().check();
      page.locator("form[action$='/conclusion'] button").click();
      page.waitForCondition(() -> isEmpty(page));
      city.settles();
      assertThat(city.told("assignment-concluded", incident)).hasSize(1);
    }
  }

  /** A tap whose answer a reload cuts off is sent again, and the page then loads itself anew. */
  private static void answered(Page page, boolean javaScript) {
    if (javaScript) {
      page.waitForCondition(() -> isEmpty(page));
    }
  }

  /** Whether nothing is kept on the phone; a page that is just loaded anew is asked again. */
  private static boolean isEmpty(Page page) {
    try {
      return page.evaluate(
              "localStorage.getItem('handoff.taps') || localStorage.getItem('handoff.duty-taps')")
          == null;
    } catch (PlaywrightException loading) {
      return false;
    }
  }

  private void login(Page page, String path, String user) {
    page.navigate(city.stack().url() + path);
    page.locator("#login-" + user).click();
    page.waitForURL("**" + path + "**");
    assertThat(page.title()).isNotBlank();
    assertThat(page.locator("main").count()).isEqualTo(1);
    for (var button : page.locator("main button").all()) {
      assertThat(button.boundingBox().height)
          .as("a target a thumb finds")
          .isGreaterThanOrEqualTo(SMALLEST_TARGET);
    }
  }

  private BrowserContext phone(boolean javaScript) {
    return Objects.requireNonNull(chromium)
        .context(
            new NewContextOptions()
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setJavaScriptEnabled(javaScript)
                .setLocale("en-CA"));
  }

  /** What the browser complains of: blocked by policy, not found, or a script that failed. */
  private static List<String> errors(Page page) {
    List<String> errors = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    return errors;
  }

  private static void shot(Page page, String name) {
    Chromium.shot(page, name);
  }

  private UUID post(String id) {
    Answer posted =
        city.posts(
            Caller.cad("windsor"),
            "/incident/api/v1/incidents",
            """
            {"externalId":"%s","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
             "domestic":"yes","physical":"yes","persons":[
              {"ref":"v","role":"victim","name":"Demo Person %s Birch","phone":"+15195550142"},
              {"ref":"o","role":"alleged-offender","name":"Demo Person %s Elm"}]}"""
                .formatted(id, city.now(), city.now(), id, id));
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    city.settles();
    return City.id(posted.json(), "incident");
  }
}
