package org.warmhandoff.analytics.asking;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.AnalyticsMessages;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.analytics.Suppression.Row;
import org.warmhandoff.analytics.Suppression.Shown;

/**
 * One measure as it is laid out on the page.
 *
 * @param title the question it answers
 */
record Sheet(
    String code,
    String title,
    String text,
    String numerator,
    String denominator,
    String trap,
    int version,
    List<String> heads,
    List<Line> lines) {

  /** One row of the table. */
  record Line(String name, boolean isTotal, List<Box> boxes) {}

  /**
   * One cell of the table.
   *
   * @param bar length of its bar in per cent, null where it has none
   */
  record Box(String text, boolean hidden, @Nullable BigDecimal bar) {}

  static Sheet of(Published answer, AnalyticsMessages words, Locale locale) {
    List<Line> lines = new ArrayList<>();
    answer.getRows().forEach(row -> lines.add(line(row, false, words, locale)));
    lines.add(line(answer.getTotal(), true, words, locale));
    String code = answer.getMeasure();
    return new Sheet(
        code,
        words.title(code),
        words.text(code),
        words.numerator(code),
        words.denominator(code),
        words.trap(code),
        answer.getDefinition().version(),
        answer.getTotal().figures().stream().map(Shown::code).map(words::figure).toList(),
        lines);
  }

  private static Line line(Row row, boolean isTotal, AnalyticsMessages words, Locale locale) {
    return new Line(
        words.group(row.group()),
        isTotal,
        row.figures().stream().map(shown -> box(shown, words, locale)).toList());
  }

  private static Box box(Shown shown, AnalyticsMessages words, Locale locale) {
    NumberFormat number = NumberFormat.getInstance(locale);
    if (shown.hidden()) {
      return new Box(words.hidden(), true, null);
    }
    if (shown.numerator() != null && shown.denominator() != null) {
      BigDecimal percent = shown.percent();
      return percent == null
          ? new Box(words.nobody(), false, null)
          : new Box(
              words.share(
                  number.format(percent),
                  number.format(shown.numerator()),
                  number.format(shown.denominator())),
              false,
              percent);
    }
    if (shown.p50() != null && shown.p90() != null) {
      return new Box(words.timing(duration(shown.p50()), duration(shown.p90())), false, null);
    }
    long count = shown.count() == null ? 0 : shown.count();
    return new Box(number.format(count), false, null);
  }

  /** Seconds as minutes and seconds, or hours and minutes; the units are the same everywhere. */
  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
