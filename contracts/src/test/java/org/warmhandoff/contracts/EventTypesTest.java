package org.warmhandoff.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTypesTest {

  @Test
  void theNameIsReadOffTheRecord() {
    assertThat(EventTypes.name(IncidentEvent.SceneDeclaredSafe.class))
        .isEqualTo("org.warmhandoff.scene-declared-safe.v1");
    assertThat(EventTypes.byName("org.warmhandoff.scene-declared-safe.v1"))
        .contains(IncidentEvent.SceneDeclaredSafe.class);
    assertThat(EventTypes.byName("org.warmhandoff.never-heard-of.v1")).isEmpty();
  }

  @Test
  void noTwoEventsShareAName() {
    assertThat(EventTypes.all().stream().map(EventTypes::name)).doesNotHaveDuplicates();
  }

  /** A golden file without an event would be a type that consumers know and nobody reads. */
  @Test
  void everyGoldenFileHasItsEvent() throws Exception {
    assertThat(goldenFiles())
        .containsExactlyInAnyOrderElementsOf(
            EventTypes.all().stream().map(EventTypes::name).toList());
  }

  /** No event carries a name, contact datum, address or free text: the rule of {@link Event}. */
  @ParameterizedTest
  @MethodSource("all")
  void carriesIdsCodesNumbersAndInstantsOnly(Class<? extends Event> event) {
    check(event);
  }

  static List<Class<? extends Event>> all() {
    return EventTypes.all();
  }

  private static void check(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      assertThat(component.getName().toLowerCase(Locale.ROOT))
          .as(type.getSimpleName())
          .doesNotContain("name", "phone", "email", "address", "birth", "note", "comment");
      checkType(component.getGenericType());
    }
  }

  private static void checkType(Type type) {
    if (type instanceof ParameterizedType list) {
      assertThat(list.getRawType()).isEqualTo(List.class);
      checkType(list.getActualTypeArguments()[0]);
    } else {
      Class<?> plain = (Class<?>) type;
      if (plain.isRecord()) {
        check(plain);
      } else if (!plain.isEnum()) {
        assertThat(
                Set.<Class<?>>of(UUID.class, Instant.class, String.class, int.class, boolean.class))
            .contains(plain);
      }
    }
  }

  private static List<String> goldenFiles() throws URISyntaxException, IOException {
    Path folder =
        Path.of(Objects.requireNonNull(EventTypesTest.class.getResource("/golden")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }
  }
}
