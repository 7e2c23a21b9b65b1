package org.warmhandoff.bench.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up names, few of them common and most rare, more alike than those of a real city: the pair
 * of two random people has the same family name 2 to 3 times as often as in the census of the
 * United States.
 */
final class Names {

  private static final String[] BEGIN = {
    "Al", "Be", "Bru", "Ca", "Chi", "Da", "De", "Du", "El", "Fa", "Fre", "Ga", "Gre", "Ha", "He",
    "Is", "Jo", "Ka", "Kri", "La", "Le", "Lu", "Ma", "Me", "Mo", "Na", "Ni", "Ol", "Pa", "Pe",
    "Qui", "Ra", "Ri", "Ro", "Sa", "Se", "Si", "Sta", "Ta", "Te", "Tho", "Ur", "Va", "Vi", "Wa",
    "Wi", "Ya", "Zé"
  };
  private static final String[] MIDDLE = {
    "", "ba", "be", "chi", "da", "den", "fi", "ga", "gi", "la", "le", "li", "lo", "ma", "mi", "na",
    "né", "no", "ra", "ri", "ro", "sa", "se", "ta", "ti", "va", "vi", "zi"
  };
  private static final String[] GIVEN_END = {
    "a", "ah", "an", "as", "bel", "da", "el", "en", "ena", "ia", "ie", "in", "ine", "is", "la",
    "lin", "lyn", "na", "o", "on", "ra", "sa", "son", "ta", "us", "ya"
  };
  private static final String[] FAMILY_END = {
    "ard", "bert", "court", "dez", "er", "ez", "ford", "gren", "ham", "ic", "in", "ko", "land",
    "ler", "ley", "man", "nier", "off", "ov", "rault", "rez", "sen", "shi", "ski", "son", "ster",
    "ton", "vić", "well", "wood"
  };
  private static final String[] PARTICLES = {"de ", "van der ", "O'", "Mc", "Saint-", "El-", "Di "};
  private static final double FLATTEN = 10;
  private static final int GIVEN = 700;
  private static final int FAMILY = 5_000;

  private final List<String> given;
  private final List<String> family;
  private final double[] givenWeights;
  private final double[] familyWeights;

  Names(Random random) {
    this.given = List.copyOf(made(random, GIVEN_END, GIVEN, 0));
    this.family = List.copyOf(made(random, FAMILY_END, FAMILY, 0.08));
    this.givenWeights = weights(given.size());
    this.familyWeights = weights(family.size());
  }

  private static Set<String> made(Random random, String[] ends, int wanted, double particles) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < wanted) {
      String name = of(random, BEGIN) + of(random, MIDDLE) + of(random, ends);
      names.add(random.nextDouble() < particles ? of(random, PARTICLES) + name : name);
    }
    return names;
  }

  /** The frequency of a name falls with its rank, after Zipf; summed up for the search. */
  private static double[] weights(int size) {
    double[] summed = new double[size];
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += 1 / (rank + FLATTEN);
      summed[rank] = sum;
    }
    return summed;
  }

  String given(Random random) {
    return pick(random, given, givenWeights);
  }

  String family(Random random) {
    return pick(random, family, familyWeights);
  }

  /** One of the most common names: of people who came together and were registered together. */
  String commonGiven(Random random) {
    return given.get(random.nextInt(40));
  }

  String commonFamily(Random random) {
    return family.get(random.nextInt(40));
  }

  /** A name that sounds like this one, as twins are often given. */
  String alike(Random random, String name) {
    List<String> near = new ArrayList<>();
    for (String other : given) {
      if (!other.equals(name) && other.charAt(0) == name.charAt(0)) {
        near.add(other);
      }
    }
    return near.isEmpty() ? given(random) : near.get(random.nextInt(near.size()));
  }

  private static String pick(Random random, List<String> names, double[] summed) {
    double at = random.nextDouble() * summed[summed.length - 1];
    int found = java.util.Arrays.binarySearch(summed, at);
    return names.get(found < 0 ? Math.min(-found - 1, names.size() - 1) : found);
  }

  private static String of(Random random, String[] parts) {
    return parts[random.nextInt(parts.length)];
  }
}
