package org.warmhandoff.local.telephones;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's API: what it takes from the service, as Twilio does (API of 2010-04-01). */
final class GatewayDoor implements HttpHandler {

  static final String ROOT = "/2010-04-01/Accounts/";

  private final Company company;
  private final Outbox outbox;
  private final InstantSource clock;

  GatewayDoor(Company company, Outbox outbox, InstantSource clock) {
    this.company = company;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization == null || !company.knows(authorization)) {
        answer(exchange, 401, refusal(20_003, "Authenticate"));
        return;
      }
      String own = ROOT + company.account() + "/";
      String path = exchange.getRequestURI().getPath();
      Map<String, String> form = Form.read(exchange.getRequestBody());
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, refusal(20_004, "Method not allowed"));
      } else if (path.equals(own + "Messages.json")) {
        take(exchange, form, Sent.Kind.TEXT, form.get("Body"));
      } else if (path.equals(own + "Calls.json")) {
        take(
            exchange,
            form,
            Sent.Kind.CALL,
            form.getOrDefault("Twiml", "").replaceAll("<[^>]*>", ""));
      } else {
        answer(exchange, 404, refusal(20_404, "Not found"));
      }
    }
  }

  private void take(
      HttpExchange exchange, Map<String, String> form, Sent.Kind kind, @Nullable String words)
      throws IOException {
    String to = form.getOrDefault("To", "");
    if (words == null || words.isBlank() || !to.matches("\\+[1-9][0-9]{7,14}")) {
      answer(exchange, 400, refusal(21_211, "Invalid 'To' or nothing to say"));
      return;
    }
    String id =
        (kind == Sent.Kind.CALL ? "CA" : "SM") + UUID.randomUUID().toString().replace("-", "");
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Sent given =
        new Sent(
            id,
            key == null ? id : key,
            kind,
            clock.instant(),
            form.getOrDefault("From", ""),
            to,
            words,
            0,
            null);
    Sent kept = outbox.take(given);
    answer(exchange, 201, "{\"sid\":\"%s\",\"status\":\"queued\"}".formatted(kept.id()));
    String callback = form.get("StatusCallback");
    if (callback != null && kept.id().equals(id)) {
      Thread.ofVirtual()
          .name("receipt")
          .start(
              () -> {
                int status = company.arrived(callback, kept);
                outbox.change(kept.key(), sent -> sent.received(status));
              });
    }
  }

  private static String refusal(int code, String message) {
    return "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
