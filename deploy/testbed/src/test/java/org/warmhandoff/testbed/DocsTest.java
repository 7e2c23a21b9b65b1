package org.warmhandoff.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader who follows a page of ours finds each thing where it says. */
class DocsTest {

  /** Something in code style that starts with one of the top folders. */
  private static final Pattern PATH =
      Pattern.compile(
          "`((?:contracts|eventing|console|[a-z]+-service|deploy|docs)/[A-Za-z0-9._/-]+)`");

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

  private static final Path ROOT = Path.of(System.getProperty("handoff.root"));

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.toList().stream())
          .filter(file -> file.toString().endsWith(".md"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPathAndLinkLeadsSomewhere(Path page) throws IOException {
    String text = Files.readString(page);
    Stream<Path> paths =
        PATH.matcher(text).results().map(found -> ROOT.resolve(found.group(1)).normalize());
    Stream<Path> links =
        LINK.matcher(text)
            .results()
            .map(found -> page.resolveSibling(found.group(1).strip()).normalize());
    List<Path> missing =
        Stream.concat(paths, links).filter(path -> !Files.exists(path)).distinct().toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void theTourIsNoShortWalk() throws IOException {
    long stops = PATH.matcher(Files.readString(ROOT.resolve("docs/TOUR.md"))).results().count();
    assertTrue(stops > 40, () -> "only " + stops + " places named");
  }
}
