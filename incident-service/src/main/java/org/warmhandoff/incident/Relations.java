package org.warmhandoff.incident;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of how its incident belongs with others of the same police service, by the
 * numbers it gave them. Part of the full state: what is no longer said is taken back.
 *
 * @param mergedInto the one that goes on instead of this one
 * @param replaces those this one goes on for
 * @param splitFrom the one this was a part of
 * @param linkedTo those that stay incidents of their own
 */
public record Relations(
    @Nullable String mergedInto,
    List<String> replaces,
    @Nullable String splitFrom,
    List<String> linkedTo) {

  /** It stands by itself. */
  public static final Relations NONE = new Relations(null, List.of(), null, List.of());

  public Relations {
    replaces = List.copyOf(new LinkedHashSet<>(replaces));
    linkedTo = List.copyOf(new LinkedHashSet<>(linkedTo));
  }

  /** How one belongs with another. */
  public enum Kind {
    MERGED_INTO,
    REPLACES,
    SPLIT_FROM,
    LINKED_TO;

    /** As it is told in a walk. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** One thing it says of one other number. */
  public record Said(Kind kind, String number) {}

  /** All it says; what it says of its own number is odd and says nothing. */
  List<Said> said(String ownNumber) {
    List<Said> said = new ArrayList<>();
    if (mergedInto != null) {
      said.add(new Said(Kind.MERGED_INTO, mergedInto));
    }
    replaces.forEach(number -> said.add(new Said(Kind.REPLACES, number)));
    if (splitFrom != null) {
      said.add(new Said(Kind.SPLIT_FROM, splitFrom));
    }
    linkedTo.forEach(number -> said.add(new Said(Kind.LINKED_TO, number)));
    said.removeIf(one -> one.number().equals(ownNumber));
    return said;
  }

  /** Whether it names the incident itself. */
  boolean names(String number) {
    return number.equals(mergedInto)
        || number.equals(splitFrom)
        || replaces.contains(number)
        || linkedTo.contains(number);
  }
}
