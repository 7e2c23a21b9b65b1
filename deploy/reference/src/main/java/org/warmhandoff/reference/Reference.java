package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the published contracts into {@code docs/reference}. */
public final class Reference {

  private static final List<String> SERVICES =
      List.of("incident", "notification", "referral", "analytics");

  private Reference() {}

  /**
   * Writes the documents, unless a published one would be broken.
   *
   * @param arguments the project's root folder; {@code --break} publishes a break all the same
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    boolean mayBreak = List.of(arguments).contains("--break");
    Map<String, ObjectNode> documents = documents(root);
    List<String> breaks =
        documents.entrySet().stream()
            .flatMap(document -> breaks(root, document.getKey(), document.getValue()).stream())
            .toList();
    breaks.forEach(broken -> System.err.println("BREAKS A READER: " + broken));
    if (!breaks.isEmpty() && !mayBreak) {
      System.err.println("Nothing was written. What breaks a reader is a new type, door or topic.");
      System.exit(1);
    }
    for (Map.Entry<String, ObjectNode> document : documents.entrySet()) {
      Path file = folder(root).resolve(document.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, Json.print(document.getValue()));
      System.out.println("docs/reference/" + document.getKey());
    }
  }

  static Path folder(Path root) {
    return root.resolve("docs/reference");
  }

  /** Every document by its file's name, as the code is now. */
  static Map<String, ObjectNode> documents(Path root) {
    Sources sources = Sources.read(folders(root));
    JsonNode examples = examples();
    Map<String, ObjectNode> documents = new TreeMap<>();
    documents.put("asyncapi.json", AsyncApi.of(sources));
    for (String service : SERVICES) {
      Path raw = root.resolve(service + "-service/target/openapi/openapi.json");
      documents.put(
          "openapi/" + service + ".json",
          OpenApi.of(service, Json.read(raw), sources, examples.path(service)));
    }
    return documents;
  }

  /** What a reader of the committed document would lose; nothing where there is none yet. */
  static List<String> breaks(Path root, String name, ObjectNode now) {
    Path committed = folder(root).resolve(name);
    return Files.exists(committed) ? Compatibility.breaks(Json.read(committed), now) : List.of();
  }

  private static List<Path> folders(Path root) {
    return Stream.concat(
            Stream.of("contracts", "eventing", "console"),
            SERVICES.stream().map(service -> service + "-service"))
        .map(module -> root.resolve(module).resolve("src/main/java"))
        .toList();
  }

  private static JsonNode examples() {
    try (InputStream file =
        Objects.requireNonNull(Reference.class.getResourceAsStream("examples.json"))) {
      return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
