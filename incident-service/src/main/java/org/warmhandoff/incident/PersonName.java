package org.warmhandoff.incident;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A person's name as it is compared, never as it is shown: capitals without marks (Unicode NFKD),
 * particles joined to what follows them, initials, titles and generations left out. Two spellings
 * of one name become equal where nothing but writing habits differs; a typing mistake or another
 * name stays another name. There is no table of nicknames: Bob need not be Robert.
 *
 * @param given the given names in their order; empty where the name is one word
 * @param family the family names in their order
 */
record PersonName(List<String> given, List<String> family) {

  private static final int LONGEST = 400;

  /** Letters that NFKD leaves whole although other keyboards write them in two. */
  private static final Map<String, String> WHOLE_LETTERS =
      Map.of(
          "ß", "SS", "Æ", "AE", "Œ", "OE", "Ø", "O", "Đ", "D", "Ð", "D", "Ł", "L", "Þ", "TH", "ı",
          "I");

  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\"[^\"]*\"|“[^”]*”");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻ`´]");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DIGIT = Pattern.compile(".*\\p{N}.*");

  private static final Set<String> TITLES =
      Set.of("MR", "MRS", "MS", "MISS", "MX", "DR", "MME", "MLLE", "MADAME", "MONSIEUR");

  private static final Set<String> GENERATIONS = Set.of("JR", "SR", "II", "III", "IV");

  /** Joined to the word after them, as some systems write them anyway. */
  private static final Set<String> PARTICLES =
      Set.of(
          "DE", "DEL", "DELLA", "DI", "DA", "DAS", "DOS", "DO", "DU", "DES", "LA", "LE", "LAS",
          "LOS", "VAN", "VON", "DER", "DEN", "TER", "TEN", "ZU", "AL", "EL", "BIN", "BINT", "IBN",
          "ABU", "ABD", "MC", "MAC", "SAINT", "SAINTE");

  /** What is typed where nobody knows the name; such a person is like nobody. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "UNKNOWN",
          "UNK",
          "UNNAMED",
          "DOE",
          "ANONYMOUS",
          "ANONYME",
          "INCONNU",
          "INCONNUE",
          "REFUSED",
          "REFUSE",
          "NONE",
          "NOT",
          "GIVEN",
          "NAME",
          "CALLER",
          "VICTIM",
          "SUSPECT",
          "FEMALE",
          "MALE",
          "TEST",
          "TBD",
          "XX",
          "XXX");

  PersonName {
    given = List.copyOf(given);
    family = List.copyOf(family);
  }

  /**
   * Reads a name in either order: "Given Family", or "FAMILY, Given M".
   *
   * @return empty where it is no name that could tell one person from another: fewer than two words
   *     of two letters, a digit in it, a word that stands for "unknown"
   */
  static Optional<PersonName> of(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = ASIDE.matcher(written).replaceAll(" ");
    int comma = plain.indexOf(',');
    PersonName name = comma < 0 ? inOrder(plain) : turned(plain, comma);
    List<String> words = name.words();
    boolean unfit =
        words.size() < 2
            || words.stream().anyMatch(word -> DIGIT.matcher(word).matches())
            || words.stream().anyMatch(NOT_NAMES::contains);
    return unfit ? Optional.empty() : Optional.of(name);
  }

  /** Whether a word in capitals is what is typed where nobody knows. */
  static boolean standsForNobody(String word) {
    return NOT_NAMES.contains(word);
  }

  private static PersonName inOrder(String plain) {
    List<String> words = joined(bare(plain));
    return words.isEmpty()
        ? new PersonName(List.of(), List.of())
        : new PersonName(words.subList(0, words.size() - 1), List.of(words.getLast()));
  }

  /** After the comma stand the given names, and in some systems the family name's particles. */
  private static PersonName turned(String plain, int comma) {
    List<String> before = bare(plain.substring(0, comma));
    List<String> after = new ArrayList<>(bare(plain.substring(comma + 1)));
    List<String> particles = new ArrayList<>();
    while (after.size() > 1 && PARTICLES.contains(after.getLast())) {
      particles.addFirst(after.removeLast());
    }
    particles.addAll(before);
    return new PersonName(joined(after), joined(particles));
  }

  /** The words, in capitals, without marks, titles and generations. */
  private static List<String> bare(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : WHOLE_LETTERS.entrySet()) {
      capitals = capitals.replace(letter.getKey(), letter.getValue());
    }
    String unmarked =
        MARKS.matcher(Normalizer.normalize(capitals, Normalizer.Form.NFKD)).replaceAll("");
    String plain = APOSTROPHES.matcher(unmarked).replaceAll("").toUpperCase(Locale.ROOT);
    List<String> words =
        new ArrayList<>(
            Arrays.stream(NO_LETTER.split(plain))
                .filter(Predicate.not(String::isEmpty))
                .map(PersonName::written)
                .toList());
    while (!words.isEmpty() && TITLES.contains(words.getFirst())) {
      words.removeFirst();
    }
    words.removeIf(GENERATIONS::contains);
    return words;
  }

  private static String written(String word) {
    return switch (word) {
      case "ST" -> "SAINT";
      case "STE" -> "SAINTE";
      default -> word;
    };
  }

  /** Particles joined to the word after them; initials left out. */
  private static List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (PARTICLES.contains(word) && i + 1 < words.size() && longer(words.get(i + 1))) {
        before.append(word);
      } else if (longer(word)) {
        joined.add(before + word);
        before.setLength(0);
      }
    }
    return joined;
  }

  /** One sign of a script that writes words with signs is a word; one letter is an initial. */
  private static boolean longer(String word) {
    return word.codePointCount(0, word.length()) > 1
        || word.codePoints().allMatch(Character::isIdeographic);
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(given);
    words.addAll(family);
    return words;
  }

  /** The whole name whatever the order it was written in. */
  String whole() {
    return String.join(" ", words().stream().sorted().toList());
  }

  /** The first given name, which a marriage leaves as it is; empty where there is none. */
  Optional<String> first() {
    return given.stream().findFirst();
  }

  /** How it sounds, roughly: equal for most names that differ by one typing mistake. */
  String sound() {
    return String.join(" ", words().stream().map(PersonName::sound).sorted().toList());
  }

  /** The consonants in groups that are confused with each other, each run once, after Soundex. */
  private static String sound(String word) {
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char group = group(word.charAt(i));
      boolean again = !sound.isEmpty() && sound.charAt(sound.length() - 1) == group;
      if (group != '-' && !again) {
        sound.append(group);
      }
    }
    return sound.isEmpty() ? word : sound.toString();
  }

  private static char group(char letter) {
    return switch (letter) {
      case 'A', 'E', 'I', 'O', 'U', 'Y', 'H', 'W' -> '-';
      case 'B', 'F', 'P', 'V' -> '1';
      case 'C', 'G', 'J', 'K', 'Q', 'S', 'X', 'Z' -> '2';
      case 'D', 'T' -> '3';
      case 'L' -> '4';
      case 'M', 'N' -> '5';
      case 'R' -> '6';
      default -> letter;
    };
  }

  /** Never the name: what is compared could identify someone as well. */
  @Override
  public String toString() {
    return "[personal]";
  }
}
