package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.FreePorts;
import org.warmhandoff.simulator.stack.Heard;

/** Every query of every board that ships is answered by a real Prometheus on a running system. */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(3) // before the faults, which leave nobody to page
class BoardsTest {

  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  private static final Path SHIPPED = City.ROOT.resolve("deploy/compose");
  private static final List<String> SERVICES =
      List.of("incident", "referral", "notification", "analytics");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private URI prometheus = URI.create("http://localhost");
  private @Nullable Process process;

  @BeforeAll
  void start(City city, @TempDir Path folder) throws IOException {
    boolean there = Files.isExecutable(PROMETHEUS);
    if (!there) {
      System.err.println(
          "!!!! THE BOARDS ARE NOT TRIED: no %s here (Debian: apt install prometheus) !!!!"
              .formatted(PROMETHEUS));
    }
    Assumptions.assumeTrue(there, "no prometheus");
    int port = FreePorts.base();
    prometheus = URI.create("http://localhost:" + port);
    process =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=" + settings(city, folder),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    play(city);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
    http.close();
  }

  /** What ships, asked more often and where the services of this stack are. */
  private static Path settings(City city, Path folder) throws IOException {
    String text =
        Files.readString(SHIPPED.resolve("prometheus/prometheus.yml"))
            .replace("scrape_interval: 5s", "scrape_interval: 1s");
    for (int i = 0; i < SERVICES.size(); i++) {
      text =
          text.replace(
              "%s-service:%d".formatted(SERVICES.get(i), 8081 + i),
              "localhost:" + (city.stack().url().getPort() + 1 + i));
    }
    return Files.writeString(folder.resolve("prometheus.yml"), text);
  }

  /** An incident, a page that is accepted, another that is declined, a worker who arrives. */
  private static void play(City city) {
    city.movesToNextEvening();
    city.askedRunsOut();
    int before = pages(city).size();
    new Walks(city).walk("boards", 2);
    city.settles();
    List<Heard> pages = pages(city);
    assertThat(pages).as("these walks are paged for").hasSizeGreaterThanOrEqualTo(before + 2);
    answers(city, pages.getLast(), "acceptance", "{}");
    answers(city, pages.getLast(), "arrival", "{}");
    answers(city, pages.get(pages.size() - 2), "refusal", "{\"reason\":\"busy\"}");
    city.settles();
  }

  private static List<Heard> pages(City city) {
    return city.heard().stream().filter(event -> event.what().equals("worker-paged")).toList();
  }

  private static void answers(City city, Heard page, String what, String json) {
    Caller worker = People.caller(UUID.fromString(page.data().path("staff").path(0).asText()));
    String path =
        "/notification/api/v1/assignments/" + City.id(page.data(), "assignment") + "/" + what;
    var answer = city.posts(worker, path, json);
    assertThat(answer.status()).as("%s: %s", what, answer.problem()).isEqualTo(204);
  }

  @Test
  void every_query_of_every_board_returns_a_series() throws IOException {
    List<String> queries = new ArrayList<>();
    try (Stream<Path> boards = Files.list(SHIPPED.resolve("grafana/boards"))) {
      for (Path board : boards.sorted().toList()) {
        for (JsonNode panel : json.readTree(board.toFile()).path("panels")) {
          panel.path("targets").forEach(target -> queries.add(target.path("expr").asText()));
        }
      }
    }
    assertThat(queries).hasSizeGreaterThan(15);
    for (String query : queries) {
      try {
        City.eventually(query, () -> series(query) > 0);
      } catch (AssertionError unanswered) {
        throw new AssertionError("the targets: " + asks("/api/v1/targets"), unanswered);
      }
    }
  }

  private int series(String query) {
    JsonNode answer =
        asks("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    assertThat(answer.path("error").asText()).as(query).isEmpty();
    return answer.path("data").path("result").size();
  }

  private JsonNode asks(String path) {
    try {
      var request = HttpRequest.newBuilder(prometheus.resolve(path)).build();
      return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException starting) {
      return json.missingNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
