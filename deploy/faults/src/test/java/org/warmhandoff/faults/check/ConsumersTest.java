package org.warmhandoff.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.faults.check.Consumers.Consumer;
import org.warmhandoff.simulator.stack.Services;

/** That no consumer of the services is missing in what the check goes by. */
class ConsumersTest {

  private static final Path ROOT =
      Path.of(System.getProperty("handoff.root", "../..")).toAbsolutePath().normalize();
  private static final Pattern NAMED =
      Pattern.compile(
          "@Incoming\\(\"([^\"]+)\"\\).*String consumer\\(\\) \\{\\s+return \"([^\"]+)\"",
          Pattern.DOTALL);

  @Test
  void they_are_those_of_the_services() throws IOException {
    List<Consumer> services = new ArrayList<>();
    for (String database : Services.ROOTS) {
      Path main = ROOT.resolve(database + "-service/src/main");
      Properties settings = new Properties();
      try (Reader reader =
              Files.newBufferedReader(main.resolve("resources/application.properties"));
          Stream<Path> sources = Files.walk(main.resolve("java"))) {
        settings.load(reader);
        for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
          Matcher named = NAMED.matcher(Files.readString(source));
          if (named.find() && !isPattern(settings, named.group(1))) {
            services.add(
                new Consumer(database, setting(settings, named.group(1), "topic"), named.group(2)));
          }
        }
      }
    }

    assertThat(Consumers.ALL).containsExactlyInAnyOrderElementsOf(services);
  }

  private static boolean isPattern(Properties settings, String channel) {
    return setting(settings, channel, "pattern").equals("true");
  }

  private static String setting(Properties settings, String channel, String name) {
    return settings.getProperty("mp.messaging.incoming." + channel + "." + name, "");
  }
}
