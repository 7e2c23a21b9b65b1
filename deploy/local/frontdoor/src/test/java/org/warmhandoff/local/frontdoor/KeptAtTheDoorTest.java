package org.warmhandoff.local.frontdoor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front door does not pass on: paths for operation, and the end of a session. */
@Timeout(30)
class KeptAtTheDoorTest {

  private static final String PROVIDER =
      "http://localhost/identity/endsession?post_logout_redirect_uri=http%3A%2F%2Flocalhost%2F";
  private static final String LOGIN = "http://localhost/identity/authorize?client_id=x";

  private final HttpServer incident;
  private final FrontDoor door;
  private volatile String wayOut = PROVIDER;
  private volatile String asked = "";

  KeptAtTheDoorTest() throws IOException {
    incident = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    incident.createContext("/incident/sign-out", this::tellWayOut);
    incident.start();
    door =
        FrontDoor.open(
            Settings.from(
                Map.of(
                    "HANDOFF_FRONT_DOOR_PORT",
                    "0",
                    "HANDOFF_UPSTREAM_INCIDENT",
                    "http://localhost:" + incident.getAddress().getPort())));
  }

  @AfterEach
  void stop() {
    door.close();
    incident.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incident/q/metrics",
        "/incident/q",
        "/incident/%71/health",
        "/incident//q/metrics",
        "/incident/./q/metrics",
        "/incident/x/../q/metrics",
        "/incident/x/%2e%2e/q/metrics",
        "/incident/sign-out",
        "/incident/sign%2dout",
      })
  void whatIsNotForOutsideIsNotPassedOn(String path) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertThat(asked).isEmpty();
  }

  @Test
  void signingOutTakesTheSessionOfAllServicesAwayAndLeadsToTheProvider() throws Exception {
    String answer = raw(signOut("POST", "same-origin"));
    assertThat(answer)
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase("location: " + PROVIDER + "\r\n")
        .contains("q_session=; Max-Age=0;", "q_session_chunk_1=; Max-Age=0;")
        .doesNotContain("theme=");
    assertThat(asked)
        .isEqualTo("POST handoff.example:8443 8443 q_session=a; q_session_chunk_1=b; theme=dark");
  }

  @Test
  void aSessionThatIsOverAlreadyDoesNotLeadToTheLogin() throws Exception {
    wayOut = LOGIN;
    assertThat(raw(signOut("POST", "same-origin")))
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase("location: /\r\n")
        .contains("q_session=; Max-Age=0;");
  }

  @Test
  void theSessionEndsHereEvenWhereTheServiceIsDown() throws Exception {
    incident.stop(0);
    assertThat(raw(signOut("POST", "same-origin")))
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase("location: /\r\n")
        .contains("q_session=; Max-Age=0;");
  }

  @Test
  void nobodyIsSignedOutFromElsewhere() throws Exception {
    assertThat(raw(signOut("POST", "cross-site"))).startsWith("HTTP/1.1 403").doesNotContain("q_");
    assertThat(raw(signOut("GET", "none"))).startsWith("HTTP/1.1 405").doesNotContain("q_");
    assertThat(asked).isEmpty();
  }

  private void tellWayOut(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    asked =
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                headers.getFirst("Host"),
                headers.getFirst("X-Forwarded-Port"),
                headers.getFirst("Cookie"));
    exchange.getResponseHeaders().set("Location", wayOut);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static String signOut(String method, String site) {
    return method
        + " /sign-out HTTP/1.1\r\nHost: handoff.example:8443\r\nSec-Fetch-Site: "
        + site
        + "\r\nCookie: q_session=a; q_session_chunk_1=b; theme=dark\r\nContent-Length: 0\r\n"
        + "Connection: close\r\n\r\n";
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
