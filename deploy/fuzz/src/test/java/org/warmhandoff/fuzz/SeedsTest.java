package org.warmhandoff.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every target reads its seeds: what is valid, what is special, and whatever was ever found. Then
 * the same at full length, which would be too much to keep as files.
 */
class SeedsTest {

  private static final Path SEEDS = Path.of("src/test/resources/seeds");
  private static final int NEARLY_TOO_LARGE = 250 * 1024;

  @TestFactory
  Stream<DynamicNode> isTakenOrRefusedInFixedWords() {
    return Stream.of(Target.values())
        .map(target -> DynamicContainer.dynamicContainer(target.code(), seeds(target)));
  }

  private static Stream<DynamicTest> seeds(Target target) {
    try (Stream<Path> files = Files.list(SEEDS.resolve(target.code()))) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      String.valueOf(file.getFileName()),
                      () -> target.read(Files.readAllBytes(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> aBodyAsLargeAsOneMayBeTakesNoMoreThanItsLengthAllows() {
    String least =
        "{\"externalId\":\"W-1\",\"asOf\":\"2026-01-31T22:15:00Z\",\"occurredAt\":\"2026-01-31T22:15:00Z\","
            + "\"type\":\"DVA\",\"status\":\"active\"";
    return Stream.of(
            large("brackets", "", "[", ""),
            large("numbers", least + ",\"x\":[1", ",1e9", "]}"),
            large("names", least, ",\"%d\":1", "}"),
            large("persons", least + ",\"persons\":[{}", ",{\"ref\":\"%d\"}", "]}"),
            large("escapes", least + ",\"note\":\"", "\\u00e9", "\"}"),
            large(
                "parties",
                "{\"eidoVersion\":\"1.0\",\"$id\":\"1\",\"incidentComponent\":{},"
                    + "\"personComponent\":[{}",
                ",{\"$id\":\"%d\",\"personIncidentRoleRegistryText\":[\"Victim\"]}",
                "]}"))
        .flatMap(
            one ->
                Stream.of(Target.REPORT, Target.EIDO, Target.CHECK)
                    .map(
                        target ->
                            DynamicTest.dynamicTest(
                                one.name() + ", " + target.code(), () -> target.read(one.body()))));
  }

  private record Large(String name, byte[] body) {}

  /** A document of so many like parts that it is nearly too large. */
  private static Large large(String name, String begin, String part, String end) {
    StringBuilder text = new StringBuilder(begin);
    for (int i = 0; text.length() < NEARLY_TOO_LARGE; i++) {
      text.append(part.replace("%d", String.valueOf(i)));
    }
    return new Large(name, text.append(end).toString().getBytes(StandardCharsets.UTF_8));
  }
}
