package org.warmhandoff.local.frontdoor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FrontDoorTest {

  private static final int MOST_BYTES = 100_000;

  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch firstEventSeen = new CountDownLatch(1);
  private HttpServer incident;
  private HttpServer identity;
  private FrontDoor door;

  FrontDoorTest() throws IOException {
    incident = server();
    incident.createContext("/incident/echo", exchange -> answer(exchange, described(exchange)));
    incident.createContext("/incident/stream", this::stream);
    incident.createContext("/incident/count", FrontDoorTest::count);
    incident.createContext("/incident/gone", HttpExchange::close);
    incident.createContext("/incident/silent", exchange -> {});
    identity = server();
    identity.createContext("/identity", exchange -> answer(exchange, "identity"));
    door = FrontDoor.open(settings());
  }

  private Settings settings() throws IOException {
    return Settings.from(
        Map.of(
            "HANDOFF_FRONT_DOOR_PORT",
            "0",
            "HANDOFF_FRONT_DOOR_MAX_BODY",
            Integer.toString(MOST_BYTES),
            "HANDOFF_FRONT_DOOR_IDLE_TIMEOUT",
            "PT1S",
            "HANDOFF_UPSTREAM_INCIDENT",
            "http://localhost:" + incident.getAddress().getPort(),
            "HANDOFF_UPSTREAM_IDENTITY",
            "http://localhost:" + identity.getAddress().getPort(),
            "HANDOFF_UPSTREAM_REFERRAL",
            "http://localhost:" + closedPort()));
  }

  @BeforeEach
  void start() {
    incident.start();
    identity.start();
  }

  @AfterEach
  void stop() {
    door.close();
    incident.stop(0);
    identity.stop(0);
    threads.shutdownNow();
  }

  @Test
  void routesByTheFirstPathSegmentAndKeepsTheWholeAddress() throws Exception {
    assertThat(get("/identity/.well-known/openid-configuration").body()).isEqualTo("identity");
    assertThat(get("/incident/echo/a%20b?x=1&y=%C3%A9").body())
        .contains("uri=/incident/echo/a%20b?x=1&y=%C3%A9");
  }

  @Test
  void keepsTheHostAndSaysHowTheRequestCame() throws Exception {
    String seen =
        raw(
            "GET /incident/echo HTTP/1.1\r\nHost: handoff.example:8443\r\n"
                + "X-Forwarded-Host: forged.example\r\nX-Forwarded-For: 203.0.113.9\r\n"
                + "Forwarded: for=203.0.113.9\r\nConnection: close\r\n\r\n");
    assertThat(seen)
        .contains("host=handoff.example:8443")
        .contains("x-forwarded-host=handoff.example:8443")
        .contains("x-forwarded-port=8443")
        .contains("x-forwarded-proto=http")
        .contains("x-forwarded-for=127.0.0.1")
        .contains("forwarded=null")
        .doesNotContain("forged.example");
  }

  @Test
  void passesServerSentEventsOnAsTheyCome() throws Exception {
    HttpResponse<InputStream> response =
        browser.send(
            request("/incident/stream").header("accept", "text/event-stream").build(),
            BodyHandlers.ofInputStream());
    try (var lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: first");
      // The service sends the second event only now: a buffering door would never get here.
      firstEventSeen.countDown();
      lines.readLine();
      assertThat(lines.readLine()).isEqualTo("data: second");
    }
  }

  @Test
  void streamsBodiesUpToTheLimitAndRefusesLargerOnes() throws Exception {
    assertThat(post("/incident/count", BodyPublishers.ofByteArray(new byte[MOST_BYTES])).body())
        .isEqualTo(Integer.toString(MOST_BYTES));

    HttpResponse<String> declared =
        post("/incident/count", BodyPublishers.ofByteArray(new byte[MOST_BYTES + 1]));
    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(declared.body()).contains("https://warmhandoff.org/problems/too-large");

    HttpResponse<String> undeclared =
        post(
            "/incident/count",
            BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(new byte[MOST_BYTES + 1])));
    assertThat(undeclared.statusCode()).isEqualTo(413);
  }

  @Test
  void aServiceThatIsDownGivesAProblemToPrograms() throws Exception {
    HttpResponse<String> response = get("/referral/api/v1/referrals");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("retry-after")).hasValue("3");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(response.body())
        .contains("https://warmhandoff.org/problems/service-not-reached")
        .contains("not been taken at all");
  }

  @Test
  void aServiceThatIsDownGivesACalmPageToPeopleInTheirLanguage() throws Exception {
    HttpResponse<String> english = page("/referral/inbox", "en-CA,en;q=0.8");
    assertThat(english.statusCode()).isEqualTo(503);
    assertThat(english.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
    assertThat(english.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(english.body())
        .contains("What happened", "What was kept", "What to do now")
        .doesNotContain("http://", "<script");
    assertThat(page("/referral/inbox", "fr-CA").body()).contains("Ce qui a été gardé");
  }

  @Test
  void aServiceThatGoesAwayInTheMiddleIsNotCalledNotTaken() throws Exception {
    HttpResponse<String> response = post("/incident/gone", BodyPublishers.ofString("{}"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body())
        .contains("service-broke-off")
        .contains("not known whether your entry was kept");
  }

  @Test
  void aSilentServiceIsGivenUpOnAfterTheIdleTimeout() throws Exception {
    HttpResponse<String> response = get("/incident/silent");
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).contains("service-silent");
  }

  @Test
  void theStartPageLeadsEachRoleToItsPage() throws Exception {
    HttpResponse<String> english = page("/", "de,en;q=0.5");
    assertThat(english.body())
        .contains("lang=\"en\"")
        .contains("/incident/scene", "/notification/duty", "/notification/board")
        .contains("/referral/inbox", "/analytics/")
        .doesNotContain("<script", "src=");
    assertThat(page("/", "fr").body()).contains("lang=\"fr\"", "Répartition");
  }

  @Test
  void anUnknownAddressIsNotPassedOn() throws Exception {
    assertThat(get("/admin").statusCode()).isEqualTo(404);
    assertThat(get("/incidents/echo").statusCode()).isEqualTo(404);
    assertThat(get("/health").body()).contains("UP");
  }

  @Test
  void overlongHeadersAreRefused() throws Exception {
    String answer =
        raw(
            "GET /incident/echo HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                + "x".repeat(20_000)
                + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 431");
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + address))
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> get(String address) throws Exception {
    return browser.send(request(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> page(String address, String language) throws Exception {
    return browser.send(
        request(address).header("accept", "text/html").header("accept-language", language).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String address, HttpRequest.BodyPublisher body)
      throws Exception {
    return browser.send(request(address).POST(body).build(), BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private HttpServer server() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(threads);
    return server;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("content-type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write("data: first\n\n".getBytes(UTF_8));
      out.flush();
      if (firstEventSeen.await(10, TimeUnit.SECONDS)) {
        out.write("data: second\n\n".getBytes(UTF_8));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void count(HttpExchange exchange) throws IOException {
    long bytes;
    try (InputStream body = exchange.getRequestBody()) {
      bytes = body.transferTo(OutputStream.nullOutputStream());
    }
    answer(exchange, Long.toString(bytes));
  }

  private static String described(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    StringBuilder seen = new StringBuilder("uri=" + exchange.getRequestURI() + "\n");
    for (String name :
        new String[] {
          "host",
          "forwarded",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-forwarded-for"
        }) {
      seen.append(name).append('=').append(headers.getFirst(name)).append('\n');
    }
    return seen.toString();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
