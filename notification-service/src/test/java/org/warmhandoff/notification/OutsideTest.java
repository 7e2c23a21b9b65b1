package org.warmhandoff.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.notification.delivering.PushResource;
import org.warmhandoff.notification.delivering.TelephoneResource;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Notices to devices, through their push services, and to agencies' systems: on real sockets. */
@QuarkusTest
@WithStack("notification-service")
@QuarkusTestResource(TelephoneResource.class)
@QuarkusTestResource(PushResource.class)
class OutsideTest {

  private static final String WORKER = "fswe-worker-2";
  private static final UUID STAFF = Tokens.staffIdOf(WORKER);
  private static final Pattern KEY = Pattern.compile("data-key=\"([A-Za-z0-9_-]+)\"");
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final List<String> NOT_SAID =
      List.of("police", "violence", "incident", "victim", "domestic", "officer", "abuse");

  private final Town town = new Town();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final Ears.Pair device = Ears.pair();
  private final byte[] secret = new byte[16];
  private volatile int status = 201;
  private UUID help = new UUID(0, 0);
  private HttpServer server;
  private Browser browser;

  private record Posted(String path, Headers headers, byte[] body) {
    String header(String name) {
      return headers.getFirst(name);
    }
  }

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          posted.add(
              new Posted(
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders(),
                  exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", WORKER);
    put("{\"kind\":\"in-app\",\"verified\":true}");
    Town.SQL.run("delete from channel_trial where staff = ?", STAFF);
    browser = Town.browser(WORKER, "en");
    browser.get("/channels");
  }

  @AfterEach
  void close() {
    Browser supervisor = Town.browser("hiatus-supervisor", "en");
    supervisor.get("/direct/" + help);
    supervisor.post("/direct/" + help + "/stand-down", Map.of("reason", "mistake", "sure", "yes"));
    put("");
    server.stop(0);
    browser.close();
    supervisor.close();
  }

  private static void put(String channels) {
    Town.administrator()
        .body("{\"channels\":[" + channels + "]}")
        .put("/api/v1/staff/" + STAFF + "/channels")
        .then()
        .statusCode(204);
  }

  private String here(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private void addDevice() {
    String page =
        browser
            .post(
                "/channels/devices",
                Map.of(
                    "endpoint", here("/push/secret-part"),
                    "key", device.open(),
                    "secret", Ears.text(secret)))
            .body();
    assertTrue(page.contains("Device through localhost"), page);
    assertFalse(page.contains("secret-part"), "whoever knows it can send there");
  }

  private UUID paged() {
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    help = Town.assignment(Town.told(incident, "worker-paged"));
    return incident;
  }

  private String states() {
    return Town.SQL
        .rows(
            "select notice || ' ' || kind || ' ' || state as said from delivery"
                + " where assignment = ? order by made_at, place",
            help)
        .stream()
        .map(row -> String.valueOf(row.get("said")))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + ", " + one);
  }

  private static void saysNothingOfAnybody(String text) {
    NOT_SAID.forEach(word -> assertFalse(text.toLowerCase(Locale.ROOT).contains(word)));
  }

  @Test
  void aDeviceIsPushedANoticeThatItAloneCanRead() throws Exception {
    addDevice();
    addDevice(); // the same once more is no second one
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from staff_contact where staff = ? and proof = 'own-device'", STAFF));
    paged();
    Town.eventually(() -> states().equals("page push sent"));
    Posted push = posted.getFirst();
    assertEquals("/push/secret-part", push.path());
    assertEquals("aes128gcm", push.header("Content-Encoding"));
    assertEquals("300", push.header("TTL"));
    assertEquals("high", push.header("Urgency"));
    Matcher ours = KEY.matcher(browser.get("/channels").body());
    assertTrue(ours.find());
    JsonNode claims = Town.JSON.readTree(Ears.claims(push.header("Authorization"), ours.group(1)));
    assertEquals(here(""), claims.path("aud").asText());
    assertEquals("mailto:it@example.org", claims.path("sub").asText());
    JsonNode notice = Town.JSON.readTree(Ears.read(push.body(), device, secret));
    assertEquals("Someone needs you", notice.path("title").asText());
    saysNothingOfAnybody(notice.toString());
    String link = URI.create(notice.path("link").asText()).getPath();
    assertTrue(
        browser
            .get(link.substring("/notification".length()))
            .uri()
            .getPath()
            .contains("/duty/" + help),
        "the link opens the page, after the login");
  }

  @Test
  void aDeviceThatIsNoMoreIsForgottenAndTheNextChannelStepsIn() {
    Telephone phone = Telephone.of(96);
    put("{\"kind\":\"in-app\",\"verified\":true}," + phone.as("sms"));
    addDevice();
    UUID pushed =
        (UUID)
            Town.SQL
                .rows("select id from staff_contact where staff = ? and kind = 'push'", STAFF)
                .getFirst()
                .get("id");
    browser.post("/channels/" + pushed + "/first", Map.of());
    status = 410;
    paged();
    Town.eventually(() -> states().startsWith("page push failed-for-good, page sms sent"));
    Town.eventually(
        () -> Town.SQL.count("select count(*) from staff_contact where staff = ?", STAFF) == 1);
    assertEquals(1, phone.received().size());
    assertFalse(browser.get("/channels").body().contains("Device through"));
  }

  @Test
  void whatIsNoDeviceIsRefused() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("endpoint", "ftp://x", "key", device.open(), "secret", Ears.text(secret)),
            Map.of("endpoint", here("/"), "key", "AAAA", "secret", Ears.text(secret)),
            Map.of("endpoint", here("/"), "key", device.open(), "secret", "!!"),
            Map.of(
                "endpoint",
                "https://169.254.169.254/",
                "key",
                device.open(),
                "secret",
                Ears.text(secret)),
            Map.<String, String>of())) {
      assertEquals(422, browser.post("/channels/devices", wrong).statusCode(), wrong.toString());
    }
    assertEquals(0, Town.SQL.count("select count(*) from staff_contact where staff = ?", STAFF));
  }

  private String system(String url) {
    return Town.administrator()
        .body("{\"url\":\"" + url + "\"}")
        .put("/api/v1/staff/" + STAFF + "/system")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .extract()
        .jsonPath()
        .getString("secret");
  }

  private static String signed(String secret, Posted message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String words =
        message.header("webhook-id")
            + "."
            + message.header("webhook-timestamp")
            + "."
            + new String(message.body(), UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(words.getBytes(UTF_8)));
  }

  @Test
  void anAgencysSystemIsToldOnceItsWorkerHasProvenThatItReachesThem() throws Exception {
    String key = system(here("/calls"));
    put("{\"kind\":\"in-app\",\"verified\":true}"); // that names no system, and takes none away
    UUID channel =
        (UUID)
            Town.SQL
                .rows("select id from staff_contact where staff = ?", STAFF)
                .getFirst()
                .get("id");
    assertTrue(browser.get("/channels").body().contains("System of my agency, localhost"));
    browser.post("/channels/" + channel + "/code", Map.of());
    Town.eventually(() -> posted.size() == 1);
    JsonNode trial = Town.JSON.readTree(posted.getFirst().body());
    assertEquals("notice.code", trial.path("type").asText());
    Matcher code = CODE.matcher(trial.at("/data/text").asText());
    assertTrue(code.find());
    browser.post("/channels/" + channel + "/proof", Map.of("code", code.group()));
    paged();
    Town.eventually(() -> states().equals("page webhook sent"));
    Posted message = posted.get(1);
    assertEquals(signed(key, message), message.header("webhook-signature"));
    JsonNode body = Town.JSON.readTree(message.body());
    assertEquals("notice.page", body.path("type").asText());
    assertTrue(body.at("/data/link").asText().contains("/notification/go/"));
    saysNothingOfAnybody(body.toString());
    Town.administrator().delete("/api/v1/staff/" + STAFF + "/system").then().statusCode(204);
    assertFalse(browser.get("/channels").body().contains("System of my agency"));
  }

  @Test
  void aSystemOfNobodysIsRefused() {
    for (String wrong : List.of("ftp://x", "https://169.254.169.254/x", "https://a@b.example/")) {
      Town.administrator()
          .body("{\"url\":\"" + wrong + "\"}")
          .put("/api/v1/staff/" + STAFF + "/system")
          .then()
          .statusCode(422)
          .body("pointer", equalTo("/url"));
    }
    Town.administrator()
        .body("{\"url\":\"" + here("/") + "\"}")
        .put("/api/v1/staff/" + UUID.randomUUID() + "/system")
        .then()
        .statusCode(404);
    assertEquals(
        404, browser.post("/channels/" + UUID.randomUUID() + "/code", Map.of()).statusCode());
  }
}
