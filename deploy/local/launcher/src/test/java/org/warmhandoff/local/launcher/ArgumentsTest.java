package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void optionsComeInEitherForm() {
    Arguments arguments =
        Arguments.read(
            "up",
            "--detach",
            "--data",
            "/tmp/a b",
            "--port-base=9080",
            "--frozen-clock=2026-03-02T00:00:00Z");
    assertThat(arguments.verb()).isEqualTo("up");
    assertThat(arguments.has("--detach")).isTrue();
    assertThat(arguments.data(Path.of("/project"))).isEqualTo(Path.of("/tmp/a b"));
    assertThat(arguments.ports()).contains(new Ports(9080));
    assertThat(arguments.frozenClock()).contains(Instant.parse("2026-03-02T00:00:00Z"));
  }

  @Test
  void dataLiesInTheProjectUnlessTold() {
    assertThat(Arguments.read("status").data(Path.of("/project")))
        .isEqualTo(Path.of("/project/.handoff/data"));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> Arguments.read("up", "--detatch")).hasMessageContaining("--detatch");
    assertThatThrownBy(() -> Arguments.read("up", "--data")).hasMessageContaining("--data");
    assertThatThrownBy(() -> Arguments.read("up", "--port-base=x").ports())
        .hasMessageContaining("--port-base");
    assertThatThrownBy(() -> Arguments.read("up", "--frozen-clock=soon").frozenClock())
        .hasMessageContaining("--frozen-clock");
  }

  @Test
  void anInstallationElsewhereIsNamedByItsAddress() {
    Arguments arguments =
        Arguments.read("status", "--url=http://localhost:9080/", "--secrets", "a.json");
    assertThat(arguments.url()).contains("http://localhost:9080");
    assertThat(arguments.secrets()).contains(Path.of("a.json"));
    assertThat(arguments.tokenUrl()).isEmpty();
    assertThat(Arguments.read("status").url()).isEmpty();
    assertThatThrownBy(() -> Arguments.read("status", "--secrets=a.json").url())
        .hasMessageContaining("--url");
    assertThatThrownBy(() -> Arguments.read("status", "--url=no address").url())
        .hasMessageContaining("no address");
  }
}
