package org.warmhandoff.simulator.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Unreachable;

/**
 * Finds samples: a file, the files of a folder, or what an address answers, one after the other.
 */
final class Samples {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final List<String> ENDINGS = List.of(".json", ".ndjson", ".jsonl", ".eido");

  private final HttpClient http;
  private final @Nullable String type;

  /** Samples that are sent as this content type, or as whatever they look like. */
  Samples(HttpClient http, @Nullable String type) {
    this.http = http;
    this.type = type == null || type.isBlank() ? null : type.strip();
  }

  /** A place with samples that can be opened when its turn comes. */
  @FunctionalInterface
  interface Source {

    /**
     * Opens it.
     *
     * @throws Broken where it is there and no sample
     * @throws IOException where it cannot be read
     */
    Stream<Sample> open() throws IOException;
  }

  /** A sample that is there and cannot be opened; the others still can. */
  static final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    Broken(String name, String why) {
      super(why);
      this.name = name;
    }

    String name() {
      return name;
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What there is at a place; nothing is read yet.
   *
   * @throws NoSuchFileException where there is no such file
   */
  List<Source> at(String place) throws IOException {
    if (place.matches("(?i)https?://.*")) {
      URI address = address(place);
      return List.of(() -> fetched(address));
    }
    Path path = Path.of(place);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(() -> read(path));
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Samples::isSample)
          .sorted()
          .map(file -> (Source) () -> read(file))
          .toList();
    }
  }

  private static URI address(String place) {
    try {
      URI address = new URI(place);
      if (address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException notOne) {
      // The same answer.
    }
    throw new Unreachable(place + " is no address.");
  }

  private static boolean isSample(Path file) {
    String plain = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
    String name = plain.endsWith(".gz") ? plain.substring(0, plain.length() - 3) : plain;
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private Stream<Sample> read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return opened(file.toString(), bounded(file.toString(), stream), "");
    }
  }

  /** Asked for without a token: an address of somebody else's must never see one of ours. */
  private Stream<Sample> fetched(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_WITHIN)
            .header("Accept", "application/json, " + Sample.EIDO + ", " + Sample.LINES)
            .build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw new Unreachable(address.getHost() + " answered " + answer.statusCode());
        }
        String path = address.getPath();
        String name = path == null || path.isEmpty() ? address.getHost() : path;
        String said = answer.headers().firstValue("Content-Type").orElse("");
        return opened(name, bounded(name, body), said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for " + address.getHost());
    }
  }

  private Stream<Sample> opened(String name, byte[] content, String said) {
    try {
      return type == null ? Sample.of(name, content, said) : Sample.as(type, name, content);
    } catch (IOException broken) {
      throw new Broken(name, "It cannot be opened: " + broken.getMessage() + ".");
    }
  }

  private static byte[] bounded(String name, InputStream stream) throws IOException {
    byte[] read = stream.readNBytes(Sample.LARGEST + 1);
    if (read.length > Sample.LARGEST) {
      throw new Broken(name, "It is larger than 16 MB: give fewer samples at once.");
    }
    return read;
  }
}
