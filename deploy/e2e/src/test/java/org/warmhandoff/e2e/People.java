package org.warmhandoff.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.warmhandoff.simulator.door.Caller;

/** The demo people by their staff id, as the identity provider lists them. */
final class People {

  private static final Map<UUID, Caller> BY_STAFF_ID = read();

  private People() {}

  static Caller caller(UUID staff) {
    return Objects.requireNonNull(BY_STAFF_ID.get(staff), "nobody has this staff id");
  }

  private static Map<UUID, Caller> read() {
    Map<UUID, Caller> people = new HashMap<>();
    try (InputStream list =
        Objects.requireNonNull(People.class.getResourceAsStream("/demo/demo-people.json"))) {
      for (JsonNode person : new ObjectMapper().readTree(list)) {
        if (person.has("staffId")) {
          people.put(
              UUID.fromString(person.path("staffId").asText()),
              Caller.person(person.path("username").asText()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return people;
  }
}
