package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration's police services, staff, programs, rota and agencies, entered as an
 * administrator would: over the public API. Entered once for an installation, so that what an
 * administrator changes afterwards stays.
 */
final class DemoConfiguration {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of("police-services", "programs", "channels", "skills", "rota", "agencies");

  private final Path mark;
  private final DemoPeople people;
  private final Api api;
  private final Consumer<String> say;

  /**
   * The demonstration's configuration.
   *
   * @param mark a file that says what has been entered already
   */
  DemoConfiguration(Path mark, DemoPeople people, Api api, Consumer<String> say) {
    this.mark = mark;
    this.people = people;
    this.api = api;
    this.say = say;
  }

  /** The agencies that need topics of their own before the services start. */
  static List<String> agencies() {
    List<String> codes = new ArrayList<>();
    read("agencies").forEach(agency -> codes.add(agency.get("code").asText()));
    return codes;
  }

  /**
   * Enters what has not been entered into this installation yet.
   *
   * @throws Trouble naming the entry a service refused
   */
  void load() {
    String version = version();
    try {
      if (Files.exists(mark) && Files.readString(mark).equals(version)) {
        return;
      }
      long begun = System.nanoTime();
      int entries = enterAll();
      Files.writeString(mark, version);
      say.accept(
          "  %-22s ready after %s (%d entries)"
              .formatted(
                  "demo configuration",
                  Say.seconds(Duration.ofNanos(System.nanoTime() - begun)),
                  entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The three services take their entries at the same time; within one the order matters. */
  private int enterAll() {
    List<CompletableFuture<Integer>> lanes =
        List.of(lane(this::incidentLane), lane(this::notificationLane), lane(this::referralLane));
    try {
      return lanes.stream().mapToInt(CompletableFuture::join).sum();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Trouble trouble) {
        throw trouble;
      }
      throw e;
    }
  }

  private static CompletableFuture<Integer> lane(java.util.function.Supplier<Integer> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private int incidentLane() {
    int count = 0;
    for (JsonNode service : read("police-services")) {
      ObjectNode body = service.deepCopy();
      api.put("/incident/api/v1/police-services/" + body.remove("code").asText(), body);
      count++;
    }
    for (var staff : people.staff().entrySet()) {
      api.put("/incident/api/v1/staff/" + staff.getKey(), staff.getValue());
      count++;
    }
    return count;
  }

  private int notificationLane() {
    int count = 0;
    for (JsonNode program : read("programs")) {
      ObjectNode body = program.deepCopy();
      body.set("supervisors", staffIds(program.path("supervisors")));
      api.put("/notification/api/v1/programs/" + program.path("code").asText(), body);
      count++;
    }
    Map<String, List<ObjectNode>> outside = outside();
    for (String staff : people.pageable()) {
      ObjectNode body = JSON.createObjectNode();
      ArrayNode all = body.putArray("channels");
      all.addObject().put("kind", "in-app").put("verified", true);
      outside.getOrDefault(staff, List.of()).forEach(all::add);
      api.put("/notification/api/v1/staff/" + staff + "/channels", body);
      count++;
    }
    for (JsonNode able : read("skills")) {
      ObjectNode body = able.deepCopy();
      String staff = people.staffId(body.remove("staff").asText());
      api.put("/notification/api/v1/staff/" + staff + "/skills", body);
      count++;
    }
    for (JsonNode shift : read("rota")) {
      ObjectNode body = shift.deepCopy();
      body.set("staff", staffIds(shift.path("staff")));
      api.put("/notification/api/v1/rota/" + body.remove("id").asText(), body);
      count++;
    }
    return count;
  }

  /** Telephones and mailboxes by staff id: numbers and names that belong to nobody. */
  private Map<String, List<ObjectNode>> outside() {
    Map<String, List<ObjectNode>> outside = new HashMap<>();
    for (JsonNode one : read("channels")) {
      List<ObjectNode> channels = new ArrayList<>();
      for (JsonNode channel : one.path("channels")) {
        ObjectNode body = channel.deepCopy();
        channels.add(body.put("verified", true).put("proof", "employers-record"));
      }
      outside.put(people.staffId(one.path("staff").asText()), channels);
    }
    return outside;
  }

  private int referralLane() {
    int count = 0;
    for (JsonNode agency : read("agencies")) {
      ObjectNode body = agency.deepCopy();
      api.put("/referral/api/v1/agencies/" + body.remove("code").asText(), body);
      count++;
    }
    return count;
  }

  private ArrayNode staffIds(JsonNode userNames) {
    ArrayNode ids = JSON.createArrayNode();
    userNames.forEach(name -> ids.add(people.staffId(name.asText())));
    return ids;
  }

  private static JsonNode read(String file) {
    try {
      return JSON.readTree(bytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("demo/" + file + ".json", e);
    }
  }

  private String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : FILES) {
        digest.update(bytes(file));
      }
      digest.update(people.people().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (@Nullable InputStream resource =
        DemoConfiguration.class.getResourceAsStream("/demo/" + file + ".json")) {
      if (resource == null) {
        throw new IOException("demo/" + file + ".json is not in this jar");
      }
      return resource.readAllBytes();
    }
  }
}
