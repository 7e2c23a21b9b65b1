package org.warmhandoff.local.launcher;

import java.time.Duration;
import java.util.Locale;

/** Words for the person at the keyboard. */
final class Say {

  private Say() {}

  static void line(String text) {
    System.out.println(text);
    System.out.flush();
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }

  /** "3 min 4 s", "2 h 5 min", "4 d 3 h". */
  static String span(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + " d " + time.toHoursPart() + " h";
    }
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return time.toSeconds() + " s";
  }
}
