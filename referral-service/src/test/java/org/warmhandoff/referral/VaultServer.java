package org.warmhandoff.referral;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A person vault over real HTTP, as far as this service sees one: it wants the vault reader's
 * bearer token, keeps what it was asked, and knows canaries of everyone.
 */
public final class VaultServer implements QuarkusTestResourceLifecycleManager {

  static final String NAME = "Canary Zephyrine Quillfeather";
  static final String PHONE = "+1 519 555 0177";

  /** A person the vault has erased. */
  static final UUID ERASED = new UUID(0xE0A5EDL, 1);

  /** A person at whom the vault fails. */
  static final UUID FAILING = new UUID(0xFA11L, 1);

  /** Everything the vault holds of anybody; a birth date too, which no consent covers. */
  private static final Map<String, String> HELD =
      Map.of(
          "NAME", NAME,
          "PHONE", PHONE,
          "ADDRESS", "77 Canary Quay",
          "LANGUAGE", "fr",
          "BIRTH_DATE", "1990-02-03");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private @Nullable HttpServer server;

  /** One request to the vault. */
  record Asked(UUID person, JsonNode body, List<String> roles) {}

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(threads);
      started.createContext("/incident/api/v1/persons/", this::read);
      started.createContext("/asked", this::tell);
      started.start();
      server = started;
      String at = "http://localhost:" + started.getAddress().getPort();
      return Map.of(
          "quarkus.rest-client.vault.url", at + "/incident",
          "quarkus.oidc-client.credentials.secret", "demo-referral-vault",
          "test.vault", at,
          "quarkus.log.file.enable", "true",
          "quarkus.log.file.path", "target/referral-service.log");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    HttpServer running = server;
    if (running != null) {
      running.stop(0);
    }
    threads.shutdown();
  }

  /** What the vault was asked about a person, in order. */
  static List<Asked> askedAbout(UUID person) {
    String at = ConfigProvider.getConfig().getValue("test.vault", String.class);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(at + "/asked")).build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readValue(answer.body(), new TypeReference<List<Asked>>() {}).stream()
          .filter(one -> one.person().equals(person))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    answer(exchange, 200, JSON.writeValueAsBytes(asked));
  }

  private void read(HttpExchange exchange) throws IOException {
    List<String> roles = roles(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!roles.contains("vault-reader")) {
      answer(exchange, 401, new byte[0]);
      return;
    }
    UUID person = UUID.fromString(exchange.getRequestURI().getPath().split("/")[5]);
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    asked.add(new Asked(person, body, roles));
    if (person.equals(ERASED) || person.equals(FAILING)) {
      answer(exchange, person.equals(ERASED) ? 410 : 500, "{}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    ObjectNode fields = JSON.createObjectNode();
    body.path("fields").forEach(field -> fields.put(field.asText(), HELD.get(field.asText())));
    // A vault that tells more than it was asked must not make the agency know more.
    fields.put("BIRTH_DATE", HELD.get("BIRTH_DATE"));
    ObjectNode whole = JSON.createObjectNode().put("person", person.toString());
    whole.set("fields", fields);
    answer(exchange, 200, JSON.writeValueAsBytes(whole));
  }

  /** The roles in a bearer token. */
  private static List<String> roles(@Nullable String authorization) throws IOException {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return List.of();
    }
    String payload = authorization.substring("Bearer ".length()).split("\\.")[1];
    JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(payload));
    return JSON.convertValue(
        claims.path("realm_access").path("roles"), new TypeReference<List<String>>() {});
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}
