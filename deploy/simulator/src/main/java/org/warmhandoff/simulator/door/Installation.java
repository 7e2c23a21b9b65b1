package org.warmhandoff.simulator.door;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which installation is meant, and as whom. */
public final class Installation {

  private static final int STANDARD_PORT = 8080;

  /**
   * What every client of the local stack's own identity provider is given; worth nothing elsewhere.
   */
  private static final String LOCAL_SECRET = "demo";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".handoff/data",
      description = "data folder of the local stack (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(".handoff", "data");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "the installation's front door (default: where the stack of the data folder runs)")
  private @Nullable URI url;

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      description =
          "the identity provider's token endpoint (default: /identity/token of the front door)")
  private @Nullable URI tokenUrl;

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      description = "JSON object, client id to secret (default: those of the local stack)")
  private @Nullable Path secrets;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "how long one request is tried (default: ${DEFAULT-VALUE})")
  private int patience = 120;

  /** The local stack's folder; a relative one lies in the project's folder. */
  public Path data() {
    return Path.of(System.getProperty("handoff.root", "")).toAbsolutePath().resolve(data);
  }

  /** The front door. */
  public URI url() {
    if (url != null) {
      return url;
    }
    Path runFile = data().resolve("run.json");
    try {
      int port =
          Files.exists(runFile)
              ? Door.JSON.readTree(Files.readAllBytes(runFile)).path("portBase").asInt()
              : STANDARD_PORT;
      return URI.create("http://localhost:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException("the run file of the stack cannot be read", e);
    }
  }

  /** A client of that installation's doors. */
  public Door door() {
    HttpClient http = client();
    URI front = url();
    URI token = tokenUrl == null ? front.resolve("/identity/token") : tokenUrl;
    return new Door(
        http,
        Map.of("", front),
        new Tokens(http, token, secretsFrom(secrets), InstantSource.system()),
        InstantSource.system(),
        Pause.REAL,
        Duration.ofSeconds(patience));
  }

  /** An HTTP client as this program uses it: HTTP/1.1, connections kept, no thread per request. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /** The local stack's identity provider has no real secrets; worth nothing elsewhere. */
  private static String localSecret(String client) {
    return client.startsWith("person:") ? "demo" : "demo-" + client;
  }

  /** Secrets from a file, or the local stack's. */
  public static Tokens.Secrets secretsFrom(@Nullable Path file) {
    if (file == null) {
      return Installation::localSecret;
    }
    try {
      Map<String, String> known =
          Door.JSON.readValue(
              Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
      return known::get;
    } catch (IOException e) {
      throw new UncheckedIOException("the secrets in " + file + " cannot be read", e);
    }
  }
}
