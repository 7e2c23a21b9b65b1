package org.warmhandoff.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert finds what to do, and is woken when the rule says. */
class AlertRulesTest {

  private static final Path ROOT = Path.of(System.getProperty("handoff.root"));
  private static final Path FOLDER = ROOT.resolve("deploy/compose/prometheus");

  @Test
  void everyRuleLeadsToASectionThatIsThere() throws IOException {
    List<String> sections =
        Files.readAllLines(ROOT.resolve("docs/operations.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    List<String> rules = Files.readAllLines(FOLDER.resolve("alerts.yml"));
    List<String> links =
        rules.stream()
            .filter(line -> line.contains("runbook: docs/operations.md#"))
            .map(line -> line.substring(line.indexOf('#') + 1))
            .toList();
    assertEquals(List.of(), links.stream().filter(link -> !sections.contains(link)).toList());
    for (String each : List.of("- alert:", "severity:", "summary:")) {
      assertEquals(links.size(), rules.stream().filter(line -> line.contains(each)).count(), each);
    }
    assertTrue(links.size() > 10, links::toString);
  }

  @Test
  void theRulesWaitAsLongAsTheySay() throws IOException, InterruptedException {
    Optional<Path> promtool =
        Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    if (promtool.isEmpty()) {
      System.out.println(
          "!!!! ALERT RULES ARE NOT TESTED: no promtool here (Debian package prometheus) !!!!");
    }
    assumeTrue(promtool.isPresent());
    String program = promtool.orElseThrow().toString();
    assertEquals(0, run(program, "check", "rules", "alerts.yml"));
    assertEquals(0, run(program, "test", "rules", "alerts-test.yml"));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(FOLDER.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
