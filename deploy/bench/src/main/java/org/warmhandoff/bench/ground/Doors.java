package org.warmhandoff.bench.ground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses on this machine, and what is asked there now and then; the posts that are measured go
 * another way.
 *
 * @param oursPort of the service
 * @param twinPort of the twin
 * @param identityPort of the identity provider
 * @param routingPort of the notification service
 */
public record Doors(int oursPort, int twinPort, int identityPort, int routingPort) {

  /** Where the service takes reports. */
  public static final String OUR_PATH = "/incident/api/v1/incidents";

  /** Where the twin does. */
  public static final String TWIN_PATH = "/twin/incidents";

  /** The police service that reports. */
  public static final String POLICE_SERVICE = "windsor";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long HEALTHY_WITHIN_SECONDS = 180;
  private static final int OK = 200;

  URI ours() {
    return URI.create("http://localhost:" + oursPort);
  }

  URI twin() {
    return URI.create("http://localhost:" + twinPort);
  }

  URI identity() {
    return URI.create("http://localhost:" + identityPort);
  }

  /** A new token of the police service's CAD, valid for an hour. */
  public String cadToken() throws IOException, InterruptedException {
    return token("cad-" + POLICE_SERVICE);
  }

  private String token(String client) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(identity() + "/identity/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=%s&client_secret=%s"
                            .formatted(client, "demo-" + client)))
                .build(),
            BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new IllegalStateException("no token for " + client + ": " + answer.statusCode());
    }
    return token.group(1);
  }

  /** Sets the police service up, with a limit of posts that holds nobody. */
  public void setUp() throws IOException, InterruptedException {
    expect(
        send(
            HttpRequest.newBuilder(
                    URI.create(ours() + "/incident/api/v1/police-services/" + POLICE_SERVICE))
                .header("Authorization", "Bearer " + token("operator"))
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"name":"Bench police (demo)","jurisdiction":"CA-ON","zone":"America/Toronto",
                         "helpLine":"519-555-0101 (demo number)","postsPerSecond":1000000}"""))),
        "the police service");
  }

  /** Posts one report to the service. */
  public void post(String report) throws IOException, InterruptedException {
    expect(
        send(
            HttpRequest.newBuilder(URI.create(ours() + OUR_PATH))
                .header("Authorization", "Bearer " + cadToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(report))),
        "a report");
  }

  /** Posts many reports as one stream of lines. */
  public void postLines(String lines) throws IOException, InterruptedException {
    expect(
        send(
            HttpRequest.newBuilder(URI.create(ours() + OUR_PATH))
                .header("Authorization", "Bearer " + cadToken())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))),
        "the reports");
  }

  /**
   * Puts configuration at the notification service.
   *
   * @param path under its API
   */
  public void putAtRouting(String path, String json) throws IOException, InterruptedException {
    expect(
        send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + routingPort + "/notification/api/v1" + path))
                .header("Authorization", "Bearer " + token("operator"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))),
        path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  private static void expect(HttpResponse<String> answer, String what) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          what + " was refused with " + answer.statusCode() + ": " + answer.body());
    }
  }

  static void awaitHealthy(URI health, BooleanSupplier alive, Supplier<String> log)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HEALTHY_WITHIN_SECONDS);
    while (!isHealthy(health)) {
      if (!alive.getAsBoolean() || System.nanoTime() > end) {
        throw new IllegalStateException(health + " does not come up: " + log.get());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean isHealthy(URI health) throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(health)).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }
}
