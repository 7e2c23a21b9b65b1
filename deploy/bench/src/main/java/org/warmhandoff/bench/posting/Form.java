package org.warmhandoff.bench.posting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text made before the run, with places of ten characters for what differs from one report to the
 * next. Filling them in is all that is left to do between two posts.
 */
public final class Form {

  /** A place in the text. */
  private record Place(int at, What what, int whose) {}

  private enum What {
    NUMBER,
    DIGITS,
    LETTERS,
    BORN
  }

  private static final int WIDTH = 10;

  /** Derived numbers have no leading zeros that a reader could drop. */
  private static final long BASE = 1_000_000_000L;

  /** None sounds like another, and none is written twice running: names sound different, too. */
  private static final byte[] LETTERS = "bcdlmr".getBytes(StandardCharsets.US_ASCII);

  private static final int FIRST_YEAR = 1950;
  private static final int YEARS = 55;
  private static final int MONTHS = 12;

  /** Days that are no months: swapped they are no date, so that everybody has as many traits. */
  private static final int FIRST_DAY = 13;

  private static final int DAYS = 16;
  private static final Pattern MARK = Pattern.compile("<(number--|digits-|letter-|born---)(\\d?)>");

  private final byte[] text;
  private final List<Place> places;

  private Form(byte[] text, List<Place> places) {
    this.text = text;
    this.places = places;
  }

  /** Reads a text with marks: {@code <number-->}, {@code <digits-1>}, {@code <letter-1>}, … */
  public static Form of(String text) {
    List<Place> places = new ArrayList<>();
    Matcher marks = MARK.matcher(text);
    for (MatchResult mark : marks.results().toList()) {
      What what =
          switch (mark.group(1)) {
            case "number--" -> What.NUMBER;
            case "digits-" -> What.DIGITS;
            case "letter-" -> What.LETTERS;
            default -> What.BORN;
          };
      int whose = mark.group(2).isEmpty() ? 0 : Integer.parseInt(mark.group(2));
      places.add(new Place(mark.start(), what, whose));
    }
    return new Form(text.getBytes(StandardCharsets.US_ASCII), List.copyOf(places));
  }

  public int length() {
    return text.length;
  }

  /** An own copy to fill in. */
  public byte[] copy() {
    return text.clone();
  }

  /** Copies the text into a larger one. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(text, 0, target, at, text.length);
  }

  /** The whole text of a number. */
  public String filled(long number) {
    byte[] copy = copy();
    fill(copy, 0, number);
    return new String(copy, StandardCharsets.US_ASCII);
  }

  /**
   * Writes what belongs to a number into all places.
   *
   * @param at where this text begins in the target
   */
  public void fill(byte[] target, int at, long number) {
    for (Place place : places) {
      int from = at + place.at();
      long own = BASE + 2 * number + place.whose();
      switch (place.what()) {
        case NUMBER -> digits(target, from, number);
        case DIGITS -> digits(target, from, own);
        case LETTERS -> letters(target, from, own);
        case BORN -> born(target, from, own);
      }
    }
  }

  private static void digits(byte[] target, int from, long number) {
    long rest = number;
    for (int i = from + WIDTH - 1; i >= from; i--) {
      target[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static void letters(byte[] target, int from, long number) {
    long rest = number - BASE;
    int letter = (int) (rest % LETTERS.length);
    rest /= LETTERS.length;
    target[from] = LETTERS[letter];
    for (int i = from + 1; i < from + WIDTH; i++) {
      letter = (letter + 1 + (int) (rest % (LETTERS.length - 1))) % LETTERS.length;
      rest /= LETTERS.length - 1;
      target[i] = LETTERS[letter];
    }
  }

  private static void born(byte[] target, int from, long number) {
    digits(target, from, FIRST_YEAR + number % YEARS);
    // The year's four digits stand at the end of ten.
    System.arraycopy(target, from + 6, target, from, 4);
    target[from + 4] = '-';
    two(target, from + 5, 1 + number % MONTHS);
    target[from + 7] = '-';
    two(target, from + 8, FIRST_DAY + number % DAYS);
  }

  private static void two(byte[] target, int from, long number) {
    target[from] = (byte) ('0' + number / 10);
    target[from + 1] = (byte) ('0' + number % 10);
  }
}
