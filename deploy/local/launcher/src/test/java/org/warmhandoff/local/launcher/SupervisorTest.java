package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.local.leash.Leash;

@Timeout(60)
class SupervisorTest {

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final Path leash =
      Path.of(Leash.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;
  private Supervisor supervisor =
      new Supervisor(
          java, leash, new DataFolder(Path.of("unused")), Overrides.NONE, said::add, () -> {});
  private Path jar = Path.of("unused");

  @BeforeEach
  void pack() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    data.open();
    jar = StandIn.jar(folder);
    supervisor = new Supervisor(java, leash, data, Overrides.NONE, said::add, () -> {});
  }

  @AfterEach
  void stop() {
    supervisor.stop();
  }

  @Test
  void startsWaitsAndLeavesNothingBehind() {
    List<Child> children =
        supervisor.start(Caches.NONE, StandIn.program("one", jar), StandIn.program("two", jar));
    supervisor.awaitReady(children);
    List<ProcessHandle> processes =
        children.stream().map(child -> child.handle().orElseThrow()).toList();
    assertThat(processes).allMatch(ProcessHandle::isAlive);

    supervisor.stop();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void whatDiesIsStartedAgainAndSaidSo() throws Exception {
    List<Child> children = supervisor.start(Caches.NONE, StandIn.program("one", jar));
    supervisor.awaitReady(children);
    ProcessHandle first = children.getFirst().handle().orElseThrow();
    said.clear();

    first.destroyForcibly();

    assertThat(said.poll(10, TimeUnit.SECONDS)).contains("one ended (exit code 137)");
    assertThat(said.poll(20, TimeUnit.SECONDS)).contains("one is back");
    ProcessHandle second = children.getFirst().handle().orElseThrow();
    assertThat(second.isAlive()).isTrue();
    assertThat(second.pid()).isNotEqualTo(first.pid());
    assertThat(children.getFirst().restarts()).isEqualTo(1);
  }

  /**
   * Who hears of a change asks all of them, as the run file does: two that end at once must not
   * wait for each other.
   */
  @Test
  void nobodyIsToldOfAChangeUnderAProgramsLock() throws Exception {
    supervisor.stop();
    List<Child> all = new CopyOnWriteArrayList<>();
    AtomicInteger underLock = new AtomicInteger();
    BlockingQueue<String> words = new LinkedBlockingQueue<>();
    DataFolder data = new DataFolder(folder.resolve("data"));
    supervisor =
        new Supervisor(
            java,
            leash,
            data,
            Overrides.NONE,
            words::add,
            () -> underLock.addAndGet((int) all.stream().filter(Thread::holdsLock).count()));
    all.addAll(
        supervisor.start(Caches.NONE, StandIn.program("one", jar), StandIn.program("two", jar)));
    supervisor.awaitReady(all);
    words.clear();

    all.forEach(child -> child.handle().orElseThrow().destroyForcibly());

    for (int told = 0; told < 4; told++) {
      assertThat(words.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(all).allMatch(child -> child.handle().isPresent());
    assertThat(underLock).hasValue(0);
  }

  @Test
  void whatIsStoppedIsNotStartedAgain() {
    List<Child> children = supervisor.start(Caches.NONE, StandIn.program("one", jar));
    supervisor.awaitReady(children);
    said.clear();

    supervisor.stop();

    assertThat(said).isEmpty();
    assertThat(children.getFirst().handle()).isEmpty();
    assertThatThrownBy(() -> supervisor.start(Caches.NONE, StandIn.program("two", jar)))
        .isInstanceOf(Trouble.class);
  }

  @Test
  void aProgramThatFailsAtOnceEndsTheStartWithItsLastWords() {
    List<Child> children =
        supervisor.start(
            Caches.NONE, StandIn.program("good", jar), StandIn.program("bad", jar, "fail"));
    assertThatThrownBy(() -> supervisor.awaitReady(children))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("bad ended")
        .hasMessageContaining("nothing goes");
  }

  @Test
  void aMissingJarIsNamedWithWhatMakesIt() {
    Program missing = StandIn.program("missing", folder.resolve("missing.jar"));
    assertThatThrownBy(() -> supervisor.start(Caches.NONE, missing))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("./handoff build");
  }
}
