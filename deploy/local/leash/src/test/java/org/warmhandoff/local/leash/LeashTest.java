package org.warmhandoff.local.leash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

  @TempDir Path folder;

  @Test
  void aClosedPipeEndsTheChildInOrder() throws IOException, InterruptedException {
    Path note = folder.resolve("note");
    Process child = start(note, false);
    assertThat(child.inputReader().readLine()).isEqualTo("READY");
    assertThat(child.isAlive()).isTrue();

    child.getOutputStream().close();

    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(143);
    assertThat(note).hasContent("ended in order");
  }

  @Test
  void aMainThatFailsEndsTheChildAlthoughAThreadIsLeft() throws IOException, InterruptedException {
    Path note = folder.resolve("note");
    Process child = start(note, true);
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("errors"))).contains("no start");
  }

  private Process start(Path note, boolean failing) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Leash.class.getName(),
            Child.class.getName(),
            note.toString(),
            Boolean.toString(failing))
        .redirectError(Redirect.to(folder.resolve("errors").toFile()))
        .start();
  }
}
