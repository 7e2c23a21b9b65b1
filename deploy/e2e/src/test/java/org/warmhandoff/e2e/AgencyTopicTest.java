package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;

/** The lines README gives an agency's system, word for word but for this stack's own place. */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class AgencyTopicTest {

  private static final String AGENCY = "hiatus-house";
  private static final String SECTION = "## Read an agency's topic";
  private static final String WANTED = "2.6.1";
  private static final Pattern LIBRDKAFKA = Pattern.compile("librdkafka (\\d+(\\.\\d+)*)");
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;
  private City city;
  private String event = "";

  @BeforeAll
  void sendAReferral(City city) {
    this.city = city;
    new Walks(city).walk("agency-topic", 1);
    city.settles();
    try (Hearing ear = city.stack().hearAsAgency(AGENCY, Topics.agencyReferrals(AGENCY))) {
      List<Heard> offers =
          ear.toTheEnd().stream().filter(heard -> heard.what().equals("referral-offered")).toList();
      event = offers.getLast().attribute("id");
    }
  }

  @Test
  void aJavaProgramWithKafkasClientAloneReadsIt() throws Exception {
    Path said = folder.resolve("java");
    Process reader = run(lines("java"), said);
    try {
      City.eventually(
          "the reader tells of " + event,
          () -> told(said).contains("offered " + event) || !reader.isAlive());
    } finally {
      end(reader);
    }
    assertThat(told(said)).contains("offered " + event).contains("/content");
  }

  @Test
  void kcatReadsIt() throws Exception {
    boolean there = kcatCanSignIn();
    if (!there) {
      System.err.println(
          "!!!! THE README'S kcat LINES ARE NOT TRIED: no kcat here with librdkafka %s or newer !!!!"
              .formatted(WANTED));
    }
    assumeTrue(there, "no kcat");
    Path said = folder.resolve("kcat");
    Process kcat = run(lines("kcat"), said);
    try {
      assertThat(kcat.waitFor(City.PATIENCE)).as("it ends at the topic's end").isTrue();
    } finally {
      end(kcat);
    }
    assertThat(told(said)).contains("ce_id=" + event).contains("\"referral\":");
    assertThat(kcat.exitValue()).isZero();
  }

  /** Older libraries sign in by SCRAM in a way that Kafka 4 refuses. */
  private boolean kcatCanSignIn() throws IOException, InterruptedException {
    Path said = folder.resolve("kcat-version");
    run("kcat -V", said).waitFor(City.PATIENCE);
    Matcher version = LIBRDKAFKA.matcher(told(said));
    return version.find() && Version.parse(version.group(1)).compareTo(Version.parse(WANTED)) >= 0;
  }

  /** The password's lines and the block with that program. */
  private String lines(String program) throws IOException {
    String readme = Files.readString(City.ROOT.resolve("README.md"));
    int start = readme.indexOf(SECTION);
    assertThat(start).as("README has the section").isNotNegative();
    String section = readme.substring(start, readme.indexOf("\n## ", start + 1));
    List<String> blocks = BLOCK.matcher(section).results().map(found -> found.group(1)).toList();
    String wanted =
        blocks.stream().filter(block -> block.contains(program + " -")).findFirst().orElseThrow();
    return (blocks.getFirst() + wanted)
        .replace("localhost:8092", "localhost:" + kafkaPort())
        .replaceAll(
            Pattern.quote(".handoff/data"),
            Matcher.quoteReplacement(city.local().data().toString()));
  }

  /** As the launcher's own note of where it listens has it. */
  private int kafkaPort() throws IOException {
    Path note = city.local().data().resolve("run.json");
    return City.json(Files.readString(note)).path("portBase").asInt() + 12;
  }

  private static Process run(String lines, Path into) throws IOException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-euc", lines);
    shell.directory(City.ROOT.toFile().getCanonicalFile());
    shell
        .environment()
        .merge(
            "PATH",
            Path.of(System.getProperty("java.home"), "bin").toString(),
            (path, java) -> java + File.pathSeparator + path);
    return shell.redirectErrorStream(true).redirectOutput(into.toFile()).start();
  }

  private static void end(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(process.waitFor(Duration.ofSeconds(20))).isTrue();
  }

  private static String told(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
