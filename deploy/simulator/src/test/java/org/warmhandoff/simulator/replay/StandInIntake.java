package org.warmhandoff.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Intake as far as a client can see it: idempotent by id, refusing what it is told to refuse. */
final class StandInIntake implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Map<String, String> known = new ConcurrentHashMap<>();
  final List<String> posts = Collections.synchronizedList(new ArrayList<>());
  final Deque<String[]> troubles = new ArrayDeque<>();

  /** As many history rows as stand in here cannot be stored just now. */
  final Queue<Integer> busy = new ConcurrentLinkedQueue<>();

  private static final JsonNode BUSY = JSON.createObjectNode().put("status", 503);
  private final HttpServer server;

  StandInIntake() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/identity/token",
        exchange -> answer(exchange, 200, "{\"access_token\":\"token\",\"expires_in\":300}"));
    server.createContext("/incident/api/v1/incidents", this::take);
    server.createContext("/incident/api/v1/incidents/history", this::takeHistory);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The next request meets this status, with Retry-After where it is not empty. */
  void trouble(int status, String retryAfter) {
    synchronized (troubles) {
      troubles.add(new String[] {String.valueOf(status), retryAfter});
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] trouble;
    synchronized (troubles) {
      trouble = troubles.poll();
    }
    if (trouble != null) {
      if (!trouble[1].isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", trouble[1]);
      }
      answer(exchange, Integer.parseInt(trouble[0]), "{}");
      return;
    }
    JsonNode result = result(body);
    answer(exchange, result.path("status").asInt(), result.path("body").toString());
  }

  private void takeHistory(HttpExchange exchange) throws IOException {
    StringBuilder results = new StringBuilder();
    int row = 0;
    for (String line :
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
      row++;
      JsonNode result = busy.poll() == null ? result(line) : BUSY;
      ObjectNode told =
          JSON.createObjectNode()
              .put("row", row)
              .put("status", result.path("status").asInt())
              .put("outcome", result.path("body").path("outcome").asText(""));
      told.set("problem", result.path("body"));
      results.append(told).append('\n');
    }
    answer(exchange, 200, results.toString());
  }

  private JsonNode result(String body) throws IOException {
    posts.add(body);
    JsonNode row = JSON.readTree(body);
    if (row.path("type").asText().equals("BAD")) {
      return JSON.readTree(
          """
          {"status":422,"body":{"type":"https://example/problems/unknown-type","title":"No such type",\
          "pointer":"/type","expected":"a known code"}}""");
    }
    String before = known.put(row.path("externalId").asText(), body);
    String outcome = before == null ? "created" : before.equals(body) ? "unchanged" : "updated";
    ObjectNode result = JSON.createObjectNode().put("status", before == null ? 201 : 200);
    result.putObject("body").put("outcome", outcome);
    return result;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
