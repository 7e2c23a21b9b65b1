package org.warmhandoff.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Prometheus beside the running city, looking once a second. All waiting times of the rules
 * ({@code for} and {@code offset}) are shortened by the same factor, {@value #SHORTENED}: a minute
 * is a second; what is compared with a number is not.
 */
final class Prometheus implements AutoCloseable {

  private static final int SHORTENED = 60;
  private static final Path FOLDER = City.ROOT.resolve("deploy/compose/prometheus");
  private static final Pattern TIME = Pattern.compile("(for: |offset )(\\d+)m");
  private static final Map<String, Integer> SERVICES =
      Map.of("incident", 1, "referral", 2, "notification", 3, "analytics", 4);

  private final Process process;
  private final URI alerts;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Prometheus(Process process, int port) {
    this.process = process;
    this.alerts = URI.create("http://127.0.0.1:" + port + "/api/v1/alerts");
  }

  /** Where it is installed, with promtool beside it. */
  static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Path rules() {
    return FOLDER.resolve("alerts.yml");
  }

  static Prometheus start(Path program, Path folder, City city) throws IOException {
    Files.writeString(folder.resolve("alerts.yml"), shortened(Files.readString(rules())));
    StringBuilder jobs = new StringBuilder();
    SERVICES.forEach(
        (service, above) ->
            jobs.append(
                """
                  - job_name: %s-service
                    metrics_path: /%s/q/metrics
                    static_configs: [{targets: ['localhost:%d']}]
                """
                    .formatted(service, service, city.stack().url().getPort() + above)));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        "global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}\n"
            + "rule_files: [alerts.yml]\nscrape_configs:\n"
            + jobs);
    int port;
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    return new Prometheus(process, port);
  }

  private static String shortened(String rules) {
    Matcher matcher = TIME.matcher(rules);
    return matcher.replaceAll(
        time -> time.group(1) + Integer.parseInt(time.group(2)) * 60 / SHORTENED + "s");
  }

  /** Names of the alerts that fire now. */
  Set<String> firing() {
    try {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(alerts).build(), HttpResponse.BodyHandlers.ofString());
      Set<String> names = new TreeSet<>();
      for (JsonNode alert :
          new ObjectMapper().readTree(answer.body()).path("data").path("alerts")) {
        if (alert.path("state").asText().equals("firing")) {
          names.add(alert.path("labels").path("alertname").asText());
        }
      }
      return names;
    } catch (IOException notYet) {
      return Set.of("not answering yet");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What promtool says of a file. */
  static int promtool(Path promtool, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(promtool.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
