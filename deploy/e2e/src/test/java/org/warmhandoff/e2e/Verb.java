package org.warmhandoff.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.simulator.Simulator;

/**
 * A verb of {@code ./handoff}, run as it is run by a person.
 *
 * @param words all it printed
 */
record Verb(int code, String words) {

  static Verb run(City city, String verb, String... options) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      command.add("-Dhandoff.root=" + City.ROOT.toAbsolutePath().normalize());
      command.addAll(List.of("-jar", jar().toString(), verb, "--data=" + city.local().data()));
      command.addAll(List.of(options));
      Path words = Files.createTempFile(verb, ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(words.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(verb + " did not end");
      }
      return new Verb(process.exitValue(), Files.readString(words, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The walk of an incident: what this process prints of it, since Compose has no launcher. */
  static Verb trace(City city, UUID incident) {
    return simulated(city, "trace", incident.toString());
  }

  /** What is said of samples of a CAD. */
  static Verb checkCad(City city, String... samples) {
    return simulated(city, "check-cad", samples);
  }

  private static Verb simulated(City city, String verb, String... arguments) {
    PrintStream before = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      List<String> words = new ArrayList<>(List.of(verb));
      words.addAll(city.stack().whereItIs());
      words.addAll(List.of(arguments));
      int code = Simulator.run(words.toArray(String[]::new));
      return new Verb(code, caught.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  private static Path jar() throws IOException {
    Path target = City.ROOT.resolve("deploy/local/launcher/target");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "launcher-*.jar")) {
      return jars.iterator().next();
    }
  }
}
