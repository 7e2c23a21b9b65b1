package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of the CloudEvents project's own conformance features, on our reader. */
class ConformanceTest {

  private static final List<String> FEATURES =
      List.of("kafka-protocol-binding", "http-protocol-binding");
  private static final ObjectMapper JSON = new ObjectMapper();

  private String text = "";
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable Message message;

  static Stream<Arguments> scenarios() {
    return FEATURES.stream()
        .flatMap(
            feature ->
                pickles(feature).map(pickle -> Arguments.of(feature, pickle.getName(), pickle)));
  }

  private static Stream<Pickle> pickles(String feature) {
    String file = "/cloudevents/" + feature + ".feature";
    try (InputStream content =
        Objects.requireNonNull(ConformanceTest.class.getResourceAsStream(file))) {
      return GherkinParser.builder()
          .includeSource(false)
          .includeGherkinDocument(false)
          .build()
          .parse(file, content.readAllBytes())
          .map(Envelope::getPickle)
          .flatMap(Optional::stream)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyScenarioIsRun() {
    assertThat(scenarios()).hasSize(7);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("scenarios")
  void isRead(String feature, String name, Pickle scenario) throws Exception {
    for (PickleStep step : scenario.getSteps()) {
      take(step);
    }
    assertThat(message).as("%s: %s", feature, name).isNotNull();
  }

  private void take(PickleStep step) throws Exception {
    switch (step.getText()) {
      case "Kafka Protocol Binding is supported", "HTTP Protocol Binding is supported" -> {}
      case "a Kafka message with payload:", "an HTTP request" -> text = words(step);
      case "Kafka headers:" -> headers.putAll(table(step));
      case "parsed as Kafka message" -> {
        RecordHeaders record = new RecordHeaders();
        headers.forEach((key, value) -> record.add(key, value.getBytes(UTF_8)));
        message = Message.ofKafka(record, text.getBytes(UTF_8));
      }
      case "parsed as HTTP request" -> message = request();
      case "the attributes are:" ->
          assertThat(Objects.requireNonNull(message).attributes())
              .containsExactlyInAnyOrderEntriesOf(table(step));
      case "the data is equal to the following JSON:" ->
          assertThat(JSON.readTree(Objects.requireNonNull(message).data()))
              .isEqualTo(JSON.readTree(words(step)));
      default -> throw new AssertionError("no step for: " + step.getText());
    }
  }

  private Message request() throws Unreadable {
    String[] parts = text.split("\n\n", 2);
    List<String> head = List.of(parts[0].split("\n", -1));
    for (String line : head.subList(1, head.size())) {
      String[] header = line.split(": ", 2);
      headers.put(header[0], header[1]);
    }
    return Message.ofHttp(headers, parts[1].getBytes(UTF_8));
  }

  private static String words(PickleStep step) {
    return step.getArgument()
        .flatMap(PickleStepArgument::getDocString)
        .map(PickleDocString::getContent)
        .orElseThrow();
  }

  private static Map<String, String> table(PickleStep step) {
    PickleTable table = step.getArgument().flatMap(PickleStepArgument::getDataTable).orElseThrow();
    Map<String, String> rows = new LinkedHashMap<>();
    table.getRows().stream()
        .skip(1)
        .forEach(
            row -> rows.put(row.getCells().get(0).getValue(), row.getCells().get(1).getValue()));
    return rows;
  }
}
