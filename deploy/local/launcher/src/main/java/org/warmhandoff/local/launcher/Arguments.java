package org.warmhandoff.local.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words behind {@code ./handoff}: a verb, options, and what is left. */
record Arguments(String verb, Map<String, String> options, List<String> rest) {

  private static final Set<String> FLAGS = Set.of("--detach", "--json", "--follow", "--no-demo");
  private static final Set<String> VALUES =
      Set.of(
          "--data",
          "--port-base",
          "--frozen-clock",
          "--overrides",
          "--to",
          "--from",
          "--topic",
          "--url",
          "--token-url",
          "--secrets");

  Arguments {
    options = Map.copyOf(options);
    rest = List.copyOf(rest);
  }

  /**
   * @throws Trouble on an option nobody knows or one without its value
   */
  static Arguments read(String... words) {
    if (words.length == 0) {
      throw new Trouble("no verb given; ./handoff help lists them");
    }
    Map<String, String> options = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      int equals = word.indexOf('=');
      String name = equals > 0 ? word.substring(0, equals) : word;
      if (FLAGS.contains(word)) {
        options.put(word, "");
      } else if (VALUES.contains(name)) {
        options.put(name, equals > 0 ? word.substring(equals + 1) : next(words, ++i, name));
      } else if (word.startsWith("-")) {
        throw new Trouble(
            word + " is not an option of " + words[0] + "; ./handoff help lists them");
      } else {
        rest.add(word);
      }
    }
    return new Arguments(words[0], options, rest);
  }

  private static String next(String[] words, int index, String name) {
    if (index >= words.length) {
      throw new Trouble(name + " needs a value");
    }
    return words[index];
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  Path data(Path project) {
    @Nullable String data = options.get("--data");
    return data == null
        ? project.resolve(".handoff").resolve("data")
        : Path.of(data).toAbsolutePath().normalize();
  }

  /** Where the files of a Compose installation go: the project's folder unless told. */
  Path to(Path project) {
    @Nullable String to = options.get("--to");
    return to == null ? project : Path.of(to).toAbsolutePath().normalize();
  }

  Optional<Ports> ports() {
    @Nullable String base = options.get("--port-base");
    if (base == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Ports(Integer.parseInt(base)));
    } catch (NumberFormatException e) {
      throw new Trouble("--port-base must be a number: " + base, e);
    }
  }

  /** What a test of the whole stack tells its programs otherwise. */
  Overrides overrides() {
    @Nullable String file = options.get("--overrides");
    return file == null ? Overrides.NONE : Overrides.read(Path.of(file));
  }

  Optional<Instant> frozenClock() {
    @Nullable String at = options.get("--frozen-clock");
    if (at == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(at));
    } catch (DateTimeParseException e) {
      throw new Trouble("--frozen-clock must be an instant such as 2026-03-02T00:00:00Z", e);
    }
  }

  /** From when on facts are told again, wall clock. */
  Instant from() {
    @Nullable String from = options.get("--from");
    try {
      return Instant.parse(from == null ? "" : from);
    } catch (DateTimeParseException e) {
      throw new Trouble("--from must be an instant such as 2026-03-02T00:00:00Z", e);
    }
  }

  Optional<String> topic() {
    return Optional.ofNullable(options.get("--topic"));
  }

  /** The front door of an installation that is not the local stack of a data folder. */
  Optional<String> url() {
    @Nullable String url = options.get("--url");
    if (url == null && (has("--token-url") || has("--secrets"))) {
      throw new Trouble("--token-url and --secrets need --url beside them");
    }
    return Optional.ofNullable(url).map(text -> address(text).toString().replaceAll("/+$", ""));
  }

  /** Where that installation gives tokens; behind its front door unless told. */
  Optional<URI> tokenUrl() {
    return Optional.ofNullable(options.get("--token-url")).map(Arguments::address);
  }

  /** A file with the secrets of that installation's clients. */
  Optional<Path> secrets() {
    return Optional.ofNullable(options.get("--secrets")).map(Path::of);
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new Trouble(text + " is no address", e);
    }
  }
}
