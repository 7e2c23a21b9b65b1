package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownTest {

  @TempDir private Path folder;
  private final Process stranger;

  DownTest() throws IOException {
    stranger = new ProcessBuilder("sleep", "60").start();
  }

  @BeforeEach
  void open() {
    new DataFolder(folder.resolve("data")).open();
  }

  @AfterEach
  void end() {
    stranger.destroyForcibly();
  }

  @Test
  void aProcessNumberThatHasPassedToAStrangerIsNotEnded() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    ProcessStamp earlier = new ProcessStamp(stranger.pid(), "a boot long ago/12345");
    new RunFile(earlier, 8080, 1, List.of(new RunFile.Running("incident-service", earlier, 0)))
        .write(data.runFile());

    new Down(data).run();

    assertThat(stranger.isAlive()).isTrue();
    assertThat(Files.exists(data.runFile())).isFalse();
  }

  @Test
  void theLauncherThatWroteTheFileIsEnded() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    ProcessStamp own = ProcessStamp.of(stranger.toHandle()).orElseThrow();
    new RunFile(own, 8080, 1, List.of()).write(data.runFile());
    assertThat(RunFile.live(data)).isPresent();

    new Down(data).run();

    assertThat(stranger.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(RunFile.live(data)).isEmpty();
  }

  @Test
  void processesLeftByAKilledLauncherAreEnded() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    ProcessStamp gone = new ProcessStamp(stranger.pid(), "a boot long ago/12345");
    ProcessStamp child = ProcessStamp.of(stranger.toHandle()).orElseThrow();
    new RunFile(gone, 8080, 1, List.of(new RunFile.Running("incident-service", child, 0)))
        .write(data.runFile());

    new Down(data, Duration.ofMillis(500)).run();

    assertThat(stranger.isAlive()).isFalse();
  }
}
