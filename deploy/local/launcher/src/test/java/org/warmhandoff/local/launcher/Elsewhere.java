package org.warmhandoff.local.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A front door with an identity provider behind it, of which only answers are real. */
final class Elsewhere implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger tokens = new AtomicInteger();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
  private volatile int oldestGood = 1;

  Elsewhere() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.createContext("/tokens", this::token);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String tokenUrl() {
    return url() + "/tokens";
  }

  /** What a path answers, one after the other; the last for good. */
  void answers(String path, String... bodies) {
    answers.put(path, new ArrayList<>(List.of(bodies)));
  }

  /** Tokens given until now are good no longer. */
  void forgetsTokens() {
    oldestGood = tokens.get() + 1;
  }

  void letsNobodyIn() {
    oldestGood = Integer.MAX_VALUE;
  }

  /** What was asked for, and with what. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void token(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    say(exchange, 200, "{\"access_token\":\"" + tokens.incrementAndGet() + "\"}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (Integer.parseInt(bearer.replace("Bearer ", "")) < oldestGood) {
      say(exchange, 401, "");
      return;
    }
    List<String> bodies = answers.getOrDefault(path, List.of());
    if (bodies.isEmpty()) {
      say(exchange, 503, "");
    } else {
      say(exchange, 200, bodies.size() > 1 ? bodies.removeFirst() : bodies.getFirst());
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
