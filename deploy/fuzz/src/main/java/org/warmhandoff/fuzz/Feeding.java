package org.warmhandoff.fuzz;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Feeds one target in a Java of its own, with Jazzer's agent in it: what leaks or hangs there ends
 * there. What was learned is kept in a folder, and a later run goes on from it.
 */
final class Feeding {

  /** Readers, and the libraries that take what they read apart. */
  private static final List<String> LOOKED_INTO =
      List.of(
          "org.warmhandoff.incident.**",
          "org.warmhandoff.simulator.feed.**",
          "org.warmhandoff.simulator.check.**",
          "org.warmhandoff.eventing.wire.**",
          "com.fasterxml.jackson.core.**",
          "org.apache.commons.csv.**",
          "org.yaml.snakeyaml.**",
          "com.sun.org.apache.xerces.internal.impl.**");

  /** Must not guide the fuzzing: it would learn to put our words into the input. */
  private static final String OUR_OWN = "org.warmhandoff.fuzz.**";

  /** Little enough that what is held from one input to the next is soon too much. */
  private static final String MEMORY = "-Xmx256m";

  private static final int LONGEST_INPUT = 16 * 1024;

  private final String driver;
  private final String target;
  private final Path seeds;
  private final Path home;

  /**
   * One target.
   *
   * @param driver the class Jazzer calls
   * @param seeds valid and special inputs, read only
   * @param home of the corpus, the findings and the log
   */
  Feeding(String driver, String target, Path seeds, Path home) {
    this.driver = driver;
    this.target = target;
    this.seeds = seeds;
    this.home = home;
  }

  /**
   * Feeds it.
   *
   * @param until libFuzzer's option that says when it ends
   * @param told hears how it goes on
   */
  Outcome run(List<String> until, Consumer<String> told) throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(home.resolve("corpus"));
    Path findings = Files.createDirectories(home.resolve("findings"));
    Path words = Files.writeString(home.resolve("words.dict"), OurWords.dictionary());
    List<String> command = command(corpus, findings, words);
    command.addAll(until);
    Process process =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    Outcome.Listener listener = new Outcome.Listener(target, told);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter log = Files.newBufferedWriter(home.resolve("log"))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.write(line);
        log.newLine();
        log.flush();
        listener.hear(line);
      }
    }
    Outcome outcome = listener.outcome(process.waitFor());
    Runtime.getRuntime().removeShutdownHook(end);
    if (!outcome.clean()) {
      told.accept("  its inputs: " + findings + ", the whole output: " + home.resolve("log"));
    }
    return outcome;
  }

  private List<String> command(Path corpus, Path findings, Path words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            MEMORY,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + driver,
            "--target_args=" + target + " " + seeds,
            "--instrumentation_includes=" + String.join(":", LOOKED_INTO),
            "--instrumentation_excludes=" + OUR_OWN,
            "--custom_hook_excludes=" + OUR_OWN,
            "--keep_going=5",
            "--reproducer_path=" + findings,
            "-artifact_prefix=" + findings + "/",
            "-dict=" + words,
            "-max_len=" + LONGEST_INPUT,
            "-timeout=20",
            corpus.toString()));
    if (Files.isDirectory(seeds)) {
      command.add(seeds.toString());
    }
    return command;
  }
}
