package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test of the stack as a whole tells its programs otherwise: more flags, other environment.
 * Whoever breaks programs on purpose also wants them started again without a pause.
 */
record Overrides(boolean restartAtOnce, Map<String, Of> programs) {

  static final Overrides NONE = new Overrides(false, Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(500);

  Overrides(
      @JsonProperty("restartAtOnce") boolean restartAtOnce,
      @JsonProperty("programs") @Nullable Map<String, Of> programs) {
    this.restartAtOnce = restartAtOnce;
    this.programs = programs == null ? Map.of() : Map.copyOf(programs);
  }

  /** What one program is told besides. */
  record Of(List<String> flags, Map<String, String> environment) {
    Of(
        @JsonProperty("flags") @Nullable List<String> flags,
        @JsonProperty("environment") @Nullable Map<String, String> environment) {
      this.flags = flags == null ? List.of() : List.copyOf(flags);
      this.environment = environment == null ? Map.of() : Map.copyOf(environment);
    }
  }

  /**
   * Reads them from a JSON file.
   *
   * @throws Trouble if it cannot be read
   */
  static Overrides read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Overrides.class);
    } catch (IOException e) {
      throw new Trouble("cannot read the overrides in " + file + ": " + e.getMessage(), e);
    }
  }

  /** How long a program that keeps dying is left alone at first. */
  Duration firstPause() {
    return restartAtOnce ? Duration.ZERO : PAUSE;
  }

  Program on(Program program) {
    Of more = programs.get(program.name());
    if (more == null) {
      return program;
    }
    List<String> flags = new ArrayList<>(program.flags());
    flags.addAll(more.flags());
    Map<String, String> environment = new HashMap<>(program.environment());
    environment.putAll(more.environment());
    return new Program(
        program.name(),
        program.jar(),
        program.heapMegabytes(),
        flags,
        program.arguments(),
        environment,
        program.health(),
        program.patience());
  }
}
