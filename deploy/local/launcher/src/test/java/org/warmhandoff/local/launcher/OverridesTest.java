package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {

  @TempDir private Path folder;

  @Test
  void addsFlagsAndEnvironmentToTheProgramItNamesAlone() throws Exception {
    Path file = folder.resolve("overrides.json");
    Files.writeString(
        file,
        """
        {"restartAtOnce": true,
         "programs": {"one": {"flags": ["-Da=b"], "environment": {"HANDOFF_X": "y"}}}}""");
    Overrides overrides = Overrides.read(file);
    Program one = StandIn.program("one", folder.resolve("one.jar"));
    Program two = StandIn.program("two", folder.resolve("two.jar"));

    assertThat(overrides.on(one).flags()).endsWith("-Da=b");
    assertThat(overrides.on(one).environment()).containsEntry("HANDOFF_X", "y");
    assertThat(overrides.on(two)).isEqualTo(two);
    assertThat(overrides.firstPause()).isZero();
    assertThat(Overrides.NONE.firstPause()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> Overrides.read(folder.resolve("none.json")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("none.json");
  }
}
