package org.warmhandoff.faults.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;

/** How people act while it breaks: who gets no answer, or an error, does the same again. */
final class Acts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** Statements that no database would take: class 42 of the standard's states. */
  private static final String OUR_MISTAKE = "42";

  private static final Duration AGAIN = Duration.ofMillis(150);
  private static final Map<UUID, Caller> PEOPLE = people();

  private final Town town;

  Acts(Town town) {
    this.town = town;
  }

  Town town() {
    return town;
  }

  Answer post(Caller who, String path, @Nullable String json) {
    JsonNode body = json == null ? null : read(json);
    return insist(() -> town.door().post(who, path, body));
  }

  void put(Caller who, String path, String json) {
    Answer answer = insist(() -> town.door().put(who, path, read(json)));
    if (!answer.done()) {
      throw new IllegalStateException(path + ": " + answer.problem());
    }
  }

  Answer get(Caller who, String path) {
    return insist(() -> town.door().get(who, path));
  }

  private static Answer insist(Supplier<Answer> act) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Answer answer = act.get();
        if (answer.status() < 500 || System.nanoTime() > giveUp) {
          return answer;
        }
      } catch (Unreachable e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
      }
      Pause.REAL.waits(AGAIN);
    }
  }

  /** The staff id of a demo person. */
  static UUID staff(String userName) {
    Caller person = Caller.person(userName);
    return PEOPLE.entrySet().stream()
        .filter(one -> one.getValue().equals(person))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Whoever has this staff id. */
  Caller person(UUID staff) {
    return Objects.requireNonNull(PEOPLE.get(staff), "nobody has this staff id");
  }

  /** Rows of a service's database, seen from beside; empty while it is down. */
  List<List<String>> rows(String database, String sql, Object... values) {
    try {
      return town.databases().rows(database, sql, values);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(OUR_MISTAKE)) {
        throw new IllegalStateException(sql, e);
      }
      return List.of();
    }
  }

  /** The same, looked for until there are any, or for so long. */
  List<List<String>> awaited(Duration patience, String database, String sql, Object... values) {
    long giveUp = System.nanoTime() + patience.toNanos();
    List<List<String>> rows = rows(database, sql, values);
    while (rows.isEmpty() && System.nanoTime() < giveUp) {
      Pause.REAL.waits(Duration.ofMillis(60));
      rows = rows(database, sql, values);
    }
    return rows;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  private static Map<UUID, Caller> people() {
    Map<UUID, Caller> people = new HashMap<>();
    try (InputStream list =
        Objects.requireNonNull(Acts.class.getResourceAsStream("/demo/demo-people.json"))) {
      for (JsonNode person : JSON.readTree(list)) {
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
