package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A worker's own device, in a real browser with its real service worker. The browser's maker's push
 * service is not reached from here: the subscription is made up, and the message is handed to the
 * browser where that service would.
 */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(2)
class DeviceTest {

  private static final String SUBSCRIBE =
      """
      PushManager.prototype.subscribe = async (options) => {
        const keys = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
        const open = await crypto.subtle.exportKey("raw", keys.publicKey);
        if (new Uint8Array(options.applicationServerKey).length !== 65) throw new Error("no key");
        return {
          endpoint: "https://push.example.org/" + crypto.randomUUID(),
          getKey: (name) => (name === "p256dh" ? open : new Uint8Array(16).buffer),
        };
      };
      """;

  private static final String NOTICE =
      "{\"id\":\"1\",\"lang\":\"en-CA\",\"title\":\"Someone needs you\",\"body\":\"Please open your"
          + " page in the app.\",\"link\":\"https://elsewhere.example/\"}";

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

  @Test
  void a_device_is_added_shows_a_notice_and_is_forgotten() {
    String origin = city.stack().url().toString();
    try (BrowserContext phone =
        Objects.requireNonNull(chromium)
            .context(
                new NewContextOptions()
                    .setViewportSize(390, 844)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setPermissions(List.of("notifications"))
                    .setLocale("en-CA"))) {
      phone.addInitScript(SUBSCRIBE);
      Page page = phone.newPage();
      page.navigate(origin + "/notification/channels");
      page.locator("#login-onscene-worker-6").click();
      page.waitForURL("**/notification/channels**");
      AtomicReference<String> worker = new AtomicReference<>();
      CDPSession browser = phone.newCDPSession(page);
      browser.on("ServiceWorker.workerRegistrationUpdated", told -> remember(told, worker));
      browser.send("ServiceWorker.enable");
      page.locator("#device button").click();
      page.locator("li", new Page.LocatorOptions().setHasText("push.example.org")).waitFor();
      Chromium.shot(page, "device-1-added");

      page.waitForCondition(() -> worker.get() != null);
      JsonObject message = new JsonObject();
      message.addProperty("origin", origin);
      message.addProperty("registrationId", worker.get());
      message.addProperty("data", NOTICE);
      browser.send("ServiceWorker.deliverPushMessage", message);
      page.waitForFunction(
          "async () => (await (await navigator.serviceWorker.ready).getNotifications())"
              + ".some(one => one.title === 'Someone needs you' && one.lang === 'en-CA')");

      page.locator("form[action$='/removal'] button").click();
      page.waitForCondition(() -> page.locator("form[action$='/removal']").count() == 0);
      assertThat(page.locator("#device").isVisible()).isTrue();
    }
  }

  @Test
  void where_the_browser_allows_no_notices_that_is_said() {
    try (BrowserContext phone =
        Objects.requireNonNull(chromium).context(new NewContextOptions().setLocale("fr-CA"))) {
      phone.addInitScript("Notification.requestPermission = async () => 'denied';");
      Page page = phone.newPage();
      page.navigate(city.stack().url() + "/notification/channels");
      page.locator("#login-onscene-worker-6").click();
      page.waitForURL("**/notification/channels**");
      page.locator("#device button").click();
      page.locator("#device [data-refused]").waitFor();
      Chromium.shot(page, "device-2-refused");
      assertThat(page.locator("#device [data-failed]").isVisible()).isFalse();
    }
  }

  private static void remember(JsonObject told, AtomicReference<String> worker) {
    told.getAsJsonArray("registrations")
        .forEach(one -> worker.set(one.getAsJsonObject().get("registrationId").getAsString()));
  }
}
