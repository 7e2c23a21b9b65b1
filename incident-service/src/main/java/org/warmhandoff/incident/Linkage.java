package org.warmhandoff.incident;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which references of one report may be looked for by their records-system number. Two roles of one
 * incident are never linked: partners share phones and addresses, and a clerk who types the same
 * number twice must not make a victim and an alleged offender one person.
 */
final class Linkage {

  private Linkage() {}

  /**
   * The references that may be linked by number, in the order of the number: two posts that claim
   * the same numbers then wait for each other in one direction only.
   *
   * @param numbers each reference's number, where it has one
   */
  static SortedMap<String, Digest> linkable(Map<Digest, Digest> numbers) {
    Set<Digest> seen = new HashSet<>();
    Set<Digest> ambiguous = new HashSet<>();
    numbers.values().stream().filter(number -> !seen.add(number)).forEach(ambiguous::add);
    SortedMap<String, Digest> linkable = new TreeMap<>();
    numbers.forEach(
        (ref, number) -> {
          if (!ambiguous.contains(number)) {
            linkable.put(number.hex(), ref);
          }
        });
    return linkable;
  }

  /**
   * Settles who each reference is: whom the incident knows it as; else the person its number stands
   * for, unless that person is in this incident under another reference; else somebody new.
   *
   * @param found whom each reference's number stands for
   * @param known persons this incident already knows, by reference
   * @param candidates the id each reference gets where it is somebody new
   */
  static Map<Digest, UUID> settle(
      List<Digest> references,
      Map<Digest, UUID> found,
      Map<Digest, UUID> known,
      Map<Digest, UUID> candidates) {
    Map<Digest, UUID> settled = new LinkedHashMap<>();
    Set<UUID> taken = new HashSet<>(known.values());
    for (Digest reference : references) {
      UUID candidate = Objects.requireNonNull(candidates.get(reference));
      UUID linked = found.getOrDefault(reference, candidate);
      boolean free = !known.containsKey(reference) && taken.add(linked);
      settled.put(reference, free ? linked : candidate);
    }
    return settled;
  }
}
