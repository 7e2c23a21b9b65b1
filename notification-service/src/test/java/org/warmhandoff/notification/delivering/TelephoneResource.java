package org.warmhandoff.notification.delivering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.GatewaySignature;

/**
 * A gateway that speaks as Twilio does, over real HTTP. It answers as it is told to for a number,
 * and shows what was sent there. Public because Quarkus creates it.
 */
public final class TelephoneResource implements QuarkusTestResourceLifecycleManager {

  static final String ADDRESS = "handoff.test.telephone";

  private static final String SECRET = "open-sesame";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Map<String, String>> outbox = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Integer>> answers = new ConcurrentHashMap<>();
  private @Nullable HttpServer server;

  /** The signature the gateway gives to what it tells at a door. */
  public static String signed(String door, Map<String, String> fields) {
    URI address = URI.create("http://localhost:8080/notification/api/v1/telephone/" + door);
    return GatewaySignature.of(address, fields, SECRET);
  }

  @Override
  public Map<String, String> start() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      made.createContext("/2010-04-01/", this::take);
      made.createContext("/outbox", this::show);
      made.createContext("/answers", this::answerSo);
      made.start();
      server = made;
      String url = "http://127.0.0.1:" + made.getAddress().getPort();
      System.setProperty(ADDRESS, url);
      return Map.of(
          "handoff.delivery.phone.url", url,
          "handoff.delivery.phone.account", "ACdemo",
          "handoff.delivery.phone.secret", SECRET,
          "handoff.delivery.phone.from", "+15195550100",
          "handoff.delivery.confirm-within", "PT3S");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String to = sent.getOrDefault("To", "");
    Deque<Integer> told = answers.getOrDefault(to, new ArrayDeque<>());
    Integer status;
    synchronized (told) {
      status = told.pollFirst();
    }
    sent.put("path", exchange.getRequestURI().getPath());
    sent.put("auth", exchange.getRequestHeaders().getFirst("Authorization"));
    sent.put("key", exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    outbox.add(sent);
    answer(exchange, status == null ? 201 : status, "{\"sid\":\"%s\"}".formatted(named()));
  }

  /** Never the same, also where tests share a database. */
  private static String named() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  private void show(HttpExchange exchange) throws IOException {
    String to = form(exchange.getRequestURI().getRawQuery()).getOrDefault("to", "");
    List<Map<String, String>> found = new ArrayList<>(outbox);
    found.removeIf(sent -> !to.equals(sent.get("To")));
    answer(exchange, 200, JSON.writeValueAsString(found));
  }

  private void answerSo(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    Deque<Integer> statuses = new ArrayDeque<>();
    for (String status : query.getOrDefault("statuses", "").split(",")) {
      statuses.add(Integer.valueOf(status));
    }
    answers.put(query.getOrDefault("to", ""), statuses);
    answer(exchange, 200, "{}");
  }

  private static Map<String, String> form(@Nullable String encoded) {
    Map<String, String> form = new HashMap<>();
    for (String field : encoded == null ? new String[0] : encoded.split("&")) {
      String[] parts = field.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
