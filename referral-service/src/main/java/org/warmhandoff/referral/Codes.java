package org.warmhandoff.referral;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Enums as the database keeps them: arrays of names, in the order of their declaration. */
final class Codes {

  private Codes() {}

  static <E extends Enum<E>> String[] of(Class<E> type, Collection<E> values) {
    EnumSet<E> ordered = EnumSet.noneOf(type);
    ordered.addAll(values);
    return ordered.stream().map(Enum::name).toArray(String[]::new);
  }

  static <E extends Enum<E>> Set<E> toSet(Class<E> type, String[] names) {
    EnumSet<E> set = EnumSet.noneOf(type);
    Arrays.stream(names).map(name -> Enum.valueOf(type, name)).forEach(set::add);
    return set;
  }

  static <E extends Enum<E>> List<E> toList(Class<E> type, String[] names) {
    return List.copyOf(toSet(type, names));
  }
}
