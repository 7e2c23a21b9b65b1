package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An installation that is no local stack, as that of docker-compose.yml is. */
@Timeout(60)
class TargetTest {

  @TempDir private Path folder;
  private final Elsewhere elsewhere;
  private final List<String> lines = new ArrayList<>();

  TargetTest() throws IOException {
    elsewhere = new Elsewhere();
  }

  @BeforeEach
  void secrets() throws IOException {
    Files.writeString(folder.resolve("clients.json"), "{\"operator\":\"of its own\"}");
  }

  @AfterEach
  void close() {
    elsewhere.close();
  }

  @Test
  void itsStatusIsWhatItsServicesTell() {
    for (Stack.Service service : Stack.Service.values()) {
      elsewhere.answers("/" + service.code() + "/api/v1/operations", StatusPrintTest.OPERATIONS);
    }
    JsonNode status = new StatusElsewhere(target()).gather();
    assertThat(status.path("up").asBoolean()).isTrue();
    assertThat(status.path("ready").asBoolean()).isTrue();
    assertThat(status.path("lagRecords").asLong()).isEqualTo(28);
    assertThat(elsewhere.asked().getFirst()).contains("client_secret=of+its+own");
    new StatusPrint(lines::add).print(status);
    assertThat(lines)
        .contains("Warm Handoff is up at " + elsewhere.url(), "records still to be read: 28")
        .noneMatch(line -> line.startsWith("memory"));
  }

  @Test
  void aServiceThatDoesNotTellAndABrokerThatIsAwayAreNotAllRight() {
    for (Stack.Service service : List.of(Stack.Service.INCIDENT, Stack.Service.REFERRAL)) {
      elsewhere.answers(
          "/" + service.code() + "/api/v1/operations",
          StatusPrintTest.OPERATIONS.replaceAll("\"lag\": \\[.*]", "\"lag\": []"));
    }
    JsonNode status = new StatusElsewhere(target()).gather();
    assertThat(status.path("up").asBoolean()).isTrue();
    assertThat(status.path("ready").asBoolean()).isFalse();
    assertThat(status.path("lagTrouble").asText()).contains("incident-service", "analytics");
    new StatusPrint(lines::add).print(status);
    assertThat(lines).contains("Warm Handoff is NOT READY at " + elsewhere.url());
    assertThat(lines).anyMatch(line -> line.matches("notification-service +NO .*503"));
  }

  @Test
  void aTopicIsToldAgainThere() {
    String door = "/incident/api/v1/republish";
    elsewhere.answers(
        door,
        "{}",
        "{\"done\":0.5}",
        "{\"done\":1,\"sent\":9,\"finishedAt\":\"2026-03-08T06:59:59Z\"}");
    new Republish(target().api(), lines::add)
        .run(Instant.parse("2026-03-02T00:00:00Z"), Optional.of("incident.events.v1"));
    assertThat(elsewhere.asked())
        .contains(
            "POST "
                + door
                + " {\"from\":\"2026-03-02T00:00:00Z\",\"topic\":\"incident.events.v1\"}");
    assertThat(lines).anyMatch(line -> line.contains("9 facts told again"));
  }

  @Test
  void withoutAnAddressTheLocalStackIsMeant() {
    DataFolder data = new DataFolder(folder.resolve("data"));
    assertThatThrownBy(() -> Target.of(Installation.here(), data, Arguments.read("republish")))
        .hasMessageContaining("is not running on");
    assertThatThrownBy(
            () ->
                Target.of(
                    Installation.here(),
                    data,
                    Arguments.read("status", "--url=" + elsewhere.url(), "--secrets=/none")))
        .hasMessageContaining("cannot be read");
  }

  private Target target() {
    return Target.of(
        Installation.here(),
        new DataFolder(folder.resolve("data")),
        Arguments.read(
            "status",
            "--url=" + elsewhere.url(),
            "--token-url=" + elsewhere.tokenUrl(),
            "--secrets=" + folder.resolve("clients.json")));
  }
}
