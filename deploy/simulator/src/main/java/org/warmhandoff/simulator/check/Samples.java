package org.warmhandoff.simulator.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Unreachable;

/** Finds samples: a file, the files of a folder, or what an address answers. */
final class Samples {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final List<String> ENDINGS = List.of(".json", ".ndjson", ".jsonl", ".eido");

  private final HttpClient http;
  private final @Nullable String type;

  /** Samples of this content type, or of whatever they look like. */
  Samples(HttpClient http, @Nullable String type) {
    this.http = http;
    this.type = type;
  }

  List<Sample> at(String place) throws IOException {
    if (place.matches("(?i)https?://.*")) {
      return fetched(URI.create(place));
    }
    Path path = Path.of(place);
    if (!Files.isDirectory(path)) {
      return read(path);
    }
    List<Sample> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(Samples::isSample).sorted().toList()) {
        all.addAll(read(file));
      }
    }
    return all;
  }

  private static boolean isSample(Path file) {
    String plain = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
    String name = plain.endsWith(".gz") ? plain.substring(0, plain.length() - 3) : plain;
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private List<Sample> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return opened(file.toString(), bounded(file.toString(), stream), type);
    }
  }

  /** Asked for without a token: an address of somebody else's must never see one of ours. */
  private List<Sample> fetched(URI address) throws IOException {
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
        String said = type == null ? answer.headers().firstValue("Content-Type").orElse("") : type;
        return opened(address.getPath(), bounded(address.getPath(), body), said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for " + address.getHost());
    }
  }

  private static List<Sample> opened(String name, byte[] content, @Nullable String type) {
    try {
      return Sample.of(name, content, type);
    } catch (IOException broken) {
      throw new Unreachable(name + " cannot be opened: " + broken.getMessage());
    }
  }

  private static byte[] bounded(String name, InputStream stream) throws IOException {
    byte[] read = stream.readNBytes(Sample.LARGEST + 1);
    if (read.length > Sample.LARGEST) {
      throw new Unreachable(name + " is larger than 16 MB: give fewer samples at once");
    }
    return read;
  }
}
