package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The officer's script in a real browser, against doors in trouble: no tap is lost in silence. */
@TestInstance(Lifecycle.PER_CLASS)
class TapsScriptTest {

  private static final String KEPT = "localStorage.getItem('handoff.taps')";
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final int TRIES = 5;

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private OfficerServer server;
  private BrowserContext phone;
  private Page page;

  @BeforeAll
  void start() {
    String chromium = System.getProperty("handoff.chromium", "");
    Assumptions.assumeFalse(chromium.isEmpty(), "no browser was named");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setHeadless(true)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
  }

  @AfterAll
  void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    server = new OfficerServer();
    phone = Objects.requireNonNull(browser).newContext();
    page = phone.newPage();
    page.navigate(server.url());
  }

  @AfterEach
  void close() {
    phone.close();
    server.close();
  }

  @Test
  void what_is_tapped_with_a_network_is_taken_at_once_with_all_that_tells_its_age() {
    page.locator("input[name=suspect]").check();
    tap(page, "scene-safe");
    awaitNothingKept(page);
    assertThat(server.at("scene-safe")).hasSize(1);
    Map<String, String> fields = server.at("scene-safe").getFirst().fields();
    assertThat(fields).containsEntry("suspect", "left").containsKeys("at", "sentAt", "officer");
    assertThat(fields.get("tap")).hasSize(36);
    assertThat(Long.parseLong(fields.get("age"))).isBetween(0L, 60_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "dance", "401", "403"})
  void a_tap_that_meets_a_login_is_kept_until_somebody_is_signed_in(String login) {
    server.door("worker-wanted", login);
    tap(page, "worker-wanted");
    shows(page, "signed-out");
    assertThat(kept(page)).contains("/worker-wanted");
    server.door("worker-wanted", null);
    again(page);
    awaitNothingKept(page);
    assertThat(server.at("worker-wanted").getLast().fields().get("tap"))
        .isEqualTo(server.at("worker-wanted").getFirst().fields().get("tap"));
  }

  @Test
  void a_doubt_that_meets_a_login_is_kept_too() {
    server.door("scene-safe/revocation", "login");
    tap(page, "scene-safe/revocation");
    shows(page, "signed-out");
    assertThat(kept(page)).contains("/scene-safe/revocation");
  }

  @Test
  void where_nothing_can_be_written_the_form_goes_as_without_the_script() {
    Page full = phone.newPage();
    full.addInitScript("Storage.prototype.setItem = () => { throw new Error('full'); };");
    full.navigate(server.url());
    tap(full, "scene-safe/revocation");
    eventually(full, () -> !server.at("scene-safe/revocation").isEmpty());
    assertThat(server.at("scene-safe/revocation").getFirst().fields())
        .containsEntry("tap", "of-the-page")
        .doesNotContainKey("at");
  }

  @Test
  void a_doubt_waits_for_no_other_tap() {
    server.door("worker-wanted", "500");
    tap(page, "worker-wanted");
    shows(page, "kept");
    tap(page, "scene-safe/revocation");
    eventually(page, () -> server.at("scene-safe/revocation").size() == 1);
    shows(page, "sent");
    assertThat(kept(page)).contains("/worker-wanted").doesNotContain("/revocation");
  }

  @Test
  void a_doubt_is_sent_while_another_tab_waits_for_an_answer_that_does_not_come() {
    server.door("worker-wanted", "silence");
    tap(page, "worker-wanted");
    eventually(page, () -> server.at("worker-wanted").size() == 1);
    shows(page, "kept");
    Page other = phone.newPage();
    other.navigate(server.url());
    tap(other, "scene-safe/revocation");
    eventually(other, () -> server.at("scene-safe/revocation").size() == 1);
    tap(page, "scene-safe/revocation");
    eventually(page, () -> server.at("scene-safe/revocation").size() == 2);
  }

  @Test
  void a_door_in_trouble_holds_up_no_other_kind_of_tap() {
    server.door("worker-wanted", "503");
    tap(page, "worker-wanted");
    shows(page, "kept");
    tap(page, "charge");
    eventually(page, () -> server.at("charge").size() == 1);
    shows(page, "sent");
    assertThat(kept(page)).contains("/worker-wanted").doesNotContain("/charge");
  }

  @Test
  void safe_is_asked_again_once_the_page_was_loaded_anew_and_other_taps_are_not() {
    phone.setOffline(true);
    page.locator("input[name=suspect]").check();
    tap(page, "scene-safe");
    shows(page, "kept");
    tap(page, "charge");
    page.close();
    phone.setOffline(false);
    Page anew = phone.newPage();
    anew.navigate(server.url());
    shows(anew, "again");
    awaitNothingKept(anew);
    assertThat(server.at("scene-safe")).isEmpty();
    assertThat(server.at("charge")).isNotEmpty();
  }

  @Test
  void what_another_officer_tapped_is_neither_sent_nor_dropped() {
    server.door("charge", "403");
    tap(page, "charge");
    shows(page, "signed-out");
    server.signsIn("b");
    server.door("charge", null);
    page.navigate(server.url());
    shows(page, "other");
    again(page);
    tap(page, "worker-wanted");
    eventually(page, () -> !server.at("worker-wanted").isEmpty());
    assertThat(server.at("charge")).hasSize(1);
    assertThat(kept(page)).contains("/charge");
    server.signsIn("a");
    Page anew = phone.newPage();
    anew.navigate(server.url());
    awaitNothingKept(anew);
    assertThat(server.at("charge")).hasSizeGreaterThan(1);
  }

  @Test
  void a_form_that_is_being_filled_in_is_left_as_it_is() {
    server.door("worker-wanted", "503");
    tap(page, "worker-wanted");
    shows(page, "kept");
    page.locator("input[name=suspect]").check();
    server.door("worker-wanted", null);
    again(page);
    shows(page, "sent");
    assertThat(page.locator("input[name=suspect]").isChecked()).isTrue();
    assertThat(page.locator("#taps [data-say=kept]").count()).isZero();
  }

  @Test
  void an_answer_lost_on_the_way_has_the_same_tap_sent_again() {
    AtomicBoolean lost = new AtomicBoolean();
    page.route(
        "**/worker-wanted",
        route -> {
          if (lost.compareAndSet(false, true)) {
            route.fetch();
            route.abort();
          } else {
            route.resume();
          }
        });
    tap(page, "worker-wanted");
    eventually(page, () -> server.at("worker-wanted").size() == 1);
    assertThat(kept(page)).contains("/worker-wanted");
    again(page);
    awaitNothingKept(page);
    assertThat(server.at("worker-wanted")).hasSize(2);
    assertThat(server.at("worker-wanted").getFirst().fields().get("tap"))
        .isEqualTo(server.at("worker-wanted").getLast().fields().get("tap"));
  }

  @Test
  void what_a_door_refuses_is_said_and_not_sent_again() {
    server.door("worker-wanted", "409");
    tap(page, "worker-wanted");
    shows(page, "again");
    awaitNothingKept(page);
    assertThat(server.at("worker-wanted")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-13, 13})
  void what_is_half_a_day_old_or_ahead_is_dropped(int hours) {
    page.evaluate(
        """
        hours => localStorage.setItem('handoff.taps', JSON.stringify([{
          id: 'x', action: location.pathname + '/charge', holder: 'a', fields: [],
          at: new Date(Date.now() + hours * 3600000).toISOString() }]))\
        """,
        hours);
    page.navigate(server.url());
    shows(page, "again");
    assertThat(kept(page)).isNull();
    assertThat(server.at("charge")).isEmpty();
  }

  private static void tap(Page page, String door) {
    page.locator("form[action$='/" + door + "'] button").click();
  }

  /** As a network that returns does. */
  private static void again(Page page) {
    page.evaluate("() => { window.dispatchEvent(new Event('online')); }");
  }

  private static void shows(Page page, String word) {
    page.locator("#taps [data-say=" + word + "]")
        .waitFor(new Locator.WaitForOptions().setTimeout(SOON.toMillis()));
  }

  /** What this phone keeps; the page may be loading itself anew just now. */
  private static @Nullable String kept(Page page) {
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        return (String) page.evaluate(KEPT);
      } catch (PlaywrightException loading) {
        page.waitForLoadState();
      }
    }
    throw new AssertionError("the page never stood still");
  }

  private static void awaitNothingKept(Page page) {
    eventually(page, () -> kept(page) == null);
  }

  /** The browser's own events go on while this waits. */
  private static void eventually(Page page, BooleanSupplier holds) {
    page.waitForCondition(holds, new Page.WaitForConditionOptions().setTimeout(SOON.toMillis()));
  }
}
