package org.warmhandoff.incident;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.BlindIndex.Kind;

/**
 * What a person can be recognised by, as keyed digests: at most one of a kind.
 *
 * @param swapped what somebody else's name and birth date would be if day and month had changed
 *     places in one of the two; looked for, never kept
 */
record Likeness(Map<Kind, Digest> traits, @Nullable Digest swapped) {

  private static final int LEAST_OF_A_NUMBER = 3;

  /** Like nobody. */
  static final Likeness NONE = new Likeness(Map.of(), null);

  Likeness {
    traits = Map.copyOf(traits);
  }

  /** Makes a digest of some parts; those of one police service stay among themselves. */
  interface Digester {
    Digest of(Kind kind, String... parts);

    /** The same for one police service. */
    default Digester within(String policeService) {
      return (kind, parts) -> {
        String[] all = new String[parts.length + 1];
        all[0] = policeService;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return of(kind, all);
      };
    }
  }

  /** What is said of a person, in digests. */
  static Likeness of(Map<VaultField, Personal> fields, Digester digester) {
    Map<Kind, Digest> traits = new EnumMap<>(Kind.class);
    text(fields, VaultField.RECORD_NUMBER)
        .map(number -> number.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
        .filter(Likeness::tellsSomebody)
        .ifPresent(number -> put(traits, digester, Kind.RECORD_NUMBER, number));
    text(fields, VaultField.PHONE)
        .flatMap(Whereabouts::phone)
        .ifPresent(phone -> put(traits, digester, Kind.PHONE, phone));
    text(fields, VaultField.ADDRESS)
        .flatMap(Whereabouts::address)
        .ifPresent(address -> put(traits, digester, Kind.ADDRESS, address));
    PersonName name = text(fields, VaultField.NAME).flatMap(PersonName::of).orElse(null);
    BirthDate born = text(fields, VaultField.BIRTH_DATE).flatMap(BirthDate::of).orElse(null);
    if (name == null || born == null) {
      return new Likeness(traits, null);
    }
    String day = born.written();
    put(traits, digester, Kind.SOUND_AND_BIRTH_DATE, name.sound(), day);
    if (!born.certain()) {
      return new Likeness(traits, null);
    }
    put(traits, digester, Kind.NAME_AND_BIRTH_DATE, name.whole(), day);
    name.first()
        .ifPresent(first -> put(traits, digester, Kind.GIVEN_NAME_AND_BIRTH_DATE, first, day));
    return new Likeness(
        traits,
        born.swapped()
            .filter(BirthDate::certain)
            .map(other -> digester.of(Kind.NAME_AND_BIRTH_DATE, name.whole(), other.written()))
            .orElse(null));
  }

  /**
   * Leaves out what two of one report share: it tells neither of them from the other, and a clerk
   * who types the victim's number twice must not make two people one.
   */
  static List<Likeness> apart(List<Likeness> ofOneReport) {
    Map<Digest, Integer> times = new HashMap<>();
    ofOneReport.forEach(
        one -> one.traits().values().forEach(trait -> times.merge(trait, 1, Integer::sum)));
    return ofOneReport.stream()
        .map(
            one -> {
              Map<Kind, Digest> own = new HashMap<>(one.traits());
              own.values().removeIf(trait -> times.getOrDefault(trait, 0) > 1);
              return new Likeness(own, one.swapped());
            })
        .toList();
  }

  Optional<Digest> trait(Kind kind) {
    return Optional.ofNullable(traits.get(kind));
  }

  /**
   * A number that could be somebody's: not what is written where there is none, such as "0",
   * "99999", "N/A" or "unknown".
   */
  private static boolean tellsSomebody(String number) {
    String plain = number.replaceAll("[^\\p{L}\\p{N}]", "");
    return plain.length() >= LEAST_OF_A_NUMBER
        && plain.chars().distinct().count() > 1
        && !PersonName.standsForNobody(plain);
  }

  private static Optional<String> text(Map<VaultField, Personal> fields, VaultField field) {
    return Optional.ofNullable(fields.get(field)).map(Personal::reveal);
  }

  private static void put(Map<Kind, Digest> traits, Digester digester, Kind kind, String... parts) {
    if (Arrays.stream(parts).noneMatch(String::isBlank)) {
      traits.put(kind, digester.of(kind, parts));
    }
  }
}
