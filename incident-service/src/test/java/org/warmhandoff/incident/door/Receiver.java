package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A CAD's own endpoint: a real HTTP server that answers as it is told, and keeps what it heard. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile Reply reply = exchange -> answer(exchange, 204);

  /** How a request is answered. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  /** A message as it came in. */
  record Heard(String path, String id, long timestamp, String signature, String body) {

    JsonNode json() {
      return Doors.json(body);
    }

    String type() {
      return json().path("type").asText();
    }

    /** Checked as the specification says, without any code of the service. */
    boolean isSignedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] wanted = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
        return Arrays.stream(signature.split(" "))
            .anyMatch(one -> one.equals("v1," + Base64.getEncoder().encodeToString(wanted)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
  }

  void replies(Reply how) {
    reply = how;
  }

  void replies(int status) {
    reply = exchange -> answer(exchange, status);
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<String> types() {
    return heard.stream().map(Heard::type).toList();
  }

  static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    heard.add(
        new Heard(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("webhook-id"),
            Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            body));
    reply.to(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
