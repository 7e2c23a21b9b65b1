package org.warmhandoff.bench.linkage;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.VaultField;

/**
 * Writes down who was there: what a call taker catches at night, with the mistakes such records are
 * known to have. Each mention of a person is written anew.
 */
final class Clerk {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private static final String[] NO_NUMBER = {"0", "UNKNOWN", "N/A", "99999999", "none"};

  private final Random random;

  Clerk(Random random) {
    this.random = random;
  }

  /**
   * One mention.
   *
   * @param late whether it is after those who marry have married
   * @param household whom a number can be mistaken for at home
   * @param all whom it can be mistaken for elsewhere
   */
  Map<VaultField, Personal> write(
      Human human, boolean late, List<Human> household, List<Human> all) {
    EnumMap<VaultField, Personal> fields = new EnumMap<>(VaultField.class);
    put(fields, VaultField.NAME, chance(0.03) ? "Unknown" : name(human, late));
    put(fields, VaultField.BIRTH_DATE, chance(0.18) ? null : born(human.born()));
    put(fields, VaultField.RECORD_NUMBER, chance(0.45) ? number(human, household, all) : null);
    put(fields, VaultField.ADDRESS, chance(0.7) ? address(human) : null);
    if (chance(0.55)) {
      put(fields, VaultField.PHONE, chance(0.5) ? human.home().phone() : human.mobile());
    }
    return fields;
  }

  /** Now and then somebody else's at home, a stranger's, or what stands where there is none. */
  private String number(Human human, List<Human> household, List<Human> all) {
    if (chance(0.004) && household.size() > 1) {
      Human other = human;
      while (other == human) {
        other = household.get(random.nextInt(household.size()));
      }
      return other.numbers()[0];
    }
    if (chance(0.002)) {
      return all.get(random.nextInt(all.size())).numbers()[0];
    }
    if (chance(0.01)) {
      return NO_NUMBER[random.nextInt(NO_NUMBER.length)];
    }
    return human.numbers()[random.nextInt(human.numbers().length)];
  }

  private String name(Human human, boolean late) {
    String married = human.married();
    String family = late && married != null ? married : human.family();
    String given = human.given();
    if (chance(0.03)) {
      given = given.substring(0, Math.min(3, given.length()));
    }
    if (chance(0.04)) {
      if (chance(0.5)) {
        given = typo(given);
      } else {
        family = typo(family);
      }
    }
    String middle = chance(0.12) ? " " + human.second().charAt(0) + "." : "";
    String second = chance(0.04) ? " " + human.second() : middle;
    String written =
        switch (random.nextInt(5)) {
          case 0, 1 -> family.toUpperCase(Locale.ROOT) + ", " + given + second;
          case 2 -> (given + second + " " + family).toUpperCase(Locale.ROOT);
          default -> given + second + " " + family;
        };
    return chance(0.5)
        ? Normalizer.normalize(written, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
        : written;
  }

  private String born(LocalDate day) {
    if (chance(0.015) && day.getDayOfMonth() <= 12) {
      return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()).toString();
    }
    if (chance(0.007)) {
      return day.getYear() + "-01-01";
    }
    return chance(0.01) ? day.plusDays(random.nextInt(20) - 10).toString() : day.toString();
  }

  private String address(Human human) {
    String address = human.home().address();
    return chance(0.5) ? address.toUpperCase(Locale.ROOT).replace(", APT ", " #") : address;
  }

  /** One letter left out, doubled, exchanged with its neighbour or struck beside. */
  private String typo(String word) {
    int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
    String before = word.substring(0, at);
    String after = word.substring(Math.min(word.length(), at + 1));
    char letter = word.charAt(Math.min(at, word.length() - 1));
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> after.isEmpty() ? before : before + after.charAt(0) + letter + after.substring(1);
      default -> before + LETTERS.charAt(random.nextInt(LETTERS.length())) + after;
    };
  }

  private static void put(
      Map<VaultField, Personal> fields, VaultField field, @Nullable String value) {
    if (value != null) {
      fields.put(field, Personal.of(value));
    }
  }

  private boolean chance(double of) {
    return random.nextDouble() < of;
  }
}
