package org.warmhandoff.incident;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phones and addresses as they are compared. */
final class Whereabouts {

  private static final int SHORTEST_PHONE = 7;
  private static final int NATIONAL_NUMBER = 10;
  private static final int SHORTEST_ADDRESS = 6;

  private static final Pattern EXTENSION = Pattern.compile("(?i)(ext|x|poste|#).*$");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern ONE_DIGIT = Pattern.compile("(\\d)\\1*");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ANY_DIGIT = Pattern.compile(".*\\d.*");
  private static final Pattern ANY_WORD = Pattern.compile(".*\\p{L}{2}.*");

  /** The words of addresses that everyone shortens in another way (Canada Post, USPS). */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("STREET", "ST"),
          Map.entry("AVENUE", "AVE"),
          Map.entry("AV", "AVE"),
          Map.entry("ROAD", "RD"),
          Map.entry("BOULEVARD", "BLVD"),
          Map.entry("BOUL", "BLVD"),
          Map.entry("DRIVE", "DR"),
          Map.entry("COURT", "CRT"),
          Map.entry("CRESCENT", "CRES"),
          Map.entry("LANE", "LN"),
          Map.entry("PLACE", "PL"),
          Map.entry("APARTMENT", "APT"),
          Map.entry("APPARTEMENT", "APT"),
          Map.entry("APP", "APT"),
          Map.entry("UNIT", "APT"),
          Map.entry("SUITE", "APT"),
          Map.entry("NORTH", "N"),
          Map.entry("SOUTH", "S"),
          Map.entry("EAST", "E"),
          Map.entry("WEST", "W"));

  private Whereabouts() {}

  /** The national number; empty where it is too short, or one digit over and over. */
  static Optional<String> phone(String written) {
    String digits = NO_DIGIT.matcher(EXTENSION.matcher(written).replaceFirst("")).replaceAll("");
    boolean unfit = digits.length() < SHORTEST_PHONE || ONE_DIGIT.matcher(digits).matches();
    return unfit
        ? Optional.empty()
        : Optional.of(digits.substring(Math.max(0, digits.length() - NATIONAL_NUMBER)));
  }

  /** The words in their order; empty where there is no number in it: a street is no home. */
  static Optional<String> address(String written) {
    String plain =
        MARKS
            .matcher(
                Normalizer.normalize(written.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
                    .replace("#", " APT "))
            .replaceAll("");
    String words =
        Arrays.stream(NO_LETTER.split(plain))
            .filter(Predicate.not(String::isEmpty))
            .map(word -> SHORT.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
    boolean home =
        words.length() >= SHORTEST_ADDRESS
            && ANY_DIGIT.matcher(words).matches()
            && ANY_WORD.matcher(words).matches();
    return home ? Optional.of(words) : Optional.empty();
  }
}
