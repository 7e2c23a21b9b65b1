package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;

/** The golden files are the wire: whoever changes one has broken those who read the old form. */
class EventJsonTest {

  @ParameterizedTest
  @MethodSource("types")
  <E extends Event> void writesAndReadsItsGoldenFile(Class<E> type) throws IOException {
    E event = Samples.full(type);
    String golden = golden(type, event);
    assertThat(new String(EventJson.write(event), UTF_8)).isEqualTo(golden);
    assertThat(EventJson.read(type, golden.getBytes(UTF_8))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("types")
  <E extends Event> void readsWhatLacksTheOptional(Class<E> type) throws IOException {
    E event = Samples.bare(type);
    byte[] body = EventJson.write(event);
    assertThat(new String(body, UTF_8)).doesNotContain("null");
    assertThat(EventJson.read(type, body)).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("types")
  <E extends Event> void ignoresWhatALaterReleaseAdds(Class<E> type) throws IOException {
    E event = Samples.full(type);
    String grown =
        new String(EventJson.write(event), UTF_8)
            .replaceFirst("\\{", "{\"addedLater\":{\"deep\":[1,{\"x\":null}]},");
    assertThat(EventJson.read(type, grown.getBytes(UTF_8))).isEqualTo(event);
  }

  @Test
  void refusesWhatLacksTheRequired() {
    assertThatThrownBy(() -> read(SceneDeclaredSafe.class, "{}")).isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                read(
                    SceneDeclaredSafe.class,
                    """
                    {"incident":null,"by":"7b1f3ac0-58a2-4c11-9c42-0c2d2f8e1f00",
                    "at":"2026-03-08T07:00:00Z","suspect":"LEFT"}"""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesRubbish() {
    for (String body : List.of("", "null", "[]", "\"x\"", "{", "{}{}", "12", "\u0000\u0001")) {
      assertThatThrownBy(() -> read(WorkerWanted.class, body))
          .as(body)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anEnumIsOneOfItsNamesAndNoNumber() {
    String body = new String(EventJson.write(Samples.full(SceneDeclaredSafe.class)), UTF_8);
    assertThatThrownBy(() -> read(SceneDeclaredSafe.class, body.replace("\"LEFT\"", "\"FLED\"")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(SceneDeclaredSafe.class, body.replace("\"LEFT\"", "1")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void everyFamilyIsThere() {
    assertThat(EventTypes.all())
        .contains(IncidentEvent.IncidentReported.class)
        .hasSizeGreaterThan(20);
  }

  static List<Class<? extends Event>> types() {
    return EventTypes.all();
  }

  private static <E extends Event> E read(Class<E> type, String body) throws IOException {
    return EventJson.read(type, body.getBytes(UTF_8));
  }

  private static String golden(Class<? extends Event> type, Event event) throws IOException {
    String name = EventTypes.name(type) + ".json";
    try (InputStream file = Event.class.getResourceAsStream("/golden/" + name)) {
      if (file != null) {
        return new String(file.readAllBytes(), UTF_8);
      }
    }
    Path draft = Files.createDirectories(Path.of("target", "golden")).resolve(name);
    Files.write(draft, EventJson.write(event));
    throw new AssertionError(
        "contracts has no golden/" + name + "; a draft lies in eventing/" + draft);
  }
}
