package org.warmhandoff.notification;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Texts that are nearly right: cut, doubled, moved about, and full of what nobody would write. */
public final class Torn {

  private static final List<String> ODD =
      List.of(
          "",
          "\0",
          "\"",
          "\r\n",
          ",",
          ";",
          "=",
          ":",
          " ",
          "\t",
          "{",
          "]",
          "null",
          "-1",
          "0",
          "99999999999999999999",
          "1e400",
          "9999-12-31T23:59:59Z",
          "2026-02-29",
          "24:00",
          "24:61",
          "PT-1S",
          "P999999999D",
          "RRULE:FREQ=SECONDLY",
          "FREQ=MINUTELY",
          "INTERVAL=0",
          "COUNT=-1",
          "BYDAY=0MO",
          "BYMONTHDAY=99",
          "TZID=Mars/Olympus",
          "America/Toronto",
          "é\u202e\ud83d",
          "A".repeat(3_000));

  private Torn() {}

  /** So many of them made of one, by a seed; a failure names the text. */
  public static void each(String sound, int count, long seed, Consumer<String> reader) {
    Random random = new Random(seed);
    reader.accept(sound);
    for (int i = 0; i < count; i++) {
      String torn = sound;
      for (int times = 1 + random.nextInt(4); times > 0; times--) {
        torn = torn(torn, random);
      }
      try {
        reader.accept(torn);
      } catch (Flaw told) {
        // that is how it is refused
      } catch (RuntimeException | Error broken) {
        throw new AssertionError("text " + i + " of seed " + seed + ": " + torn, broken);
      }
    }
  }

  private static String torn(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(40, text.length() - from) + 1);
    String cut = text.substring(from, to);
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, to) + cut + text.substring(to);
      case 2 -> {
        String rest = text.substring(0, from) + text.substring(to);
        int at = random.nextInt(rest.length() + 1);
        yield rest.substring(0, at) + cut + rest.substring(at);
      }
      default -> text.substring(0, from) + ODD.get(random.nextInt(ODD.size())) + text.substring(to);
    };
  }
}
