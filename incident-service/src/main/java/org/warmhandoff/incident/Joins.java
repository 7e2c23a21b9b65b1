package org.warmhandoff.incident;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.PersonEvent.LinkReason;

/** Finds the links that make two persons one who are two. */
final class Joins {

  private Joins() {}

  /**
   * The links next to these persons that lie between any two of them: all those nobody made by hand
   * first, those made by hand where that is not enough.
   */
  static List<PersonLink> between(Set<UUID> two, Collection<PersonLink> links) {
    List<PersonLink> standing = new ArrayList<>(links);
    List<PersonLink> cut = new ArrayList<>();
    List<PersonLink> byNobody =
        joining(two, standing).stream()
            .filter(link -> link.reason() != LinkReason.BY_HAND)
            .toList();
    cut.addAll(byNobody);
    standing.removeAll(byNobody);
    cut.addAll(joining(two, standing));
    return cut;
  }

  private static List<PersonLink> joining(Set<UUID> two, List<PersonLink> links) {
    return links.stream()
        .filter(
            link -> leads(link.teller(), link, two, links) || leads(link.told(), link, two, links))
        .toList();
  }

  /** Whether one of them stands at this end, and another is found beyond the other end. */
  private static boolean leads(UUID end, PersonLink link, Set<UUID> two, List<PersonLink> links) {
    if (!two.contains(end)) {
      return false;
    }
    Set<UUID> beyond = new HashSet<>(Set.of(link.otherThan(end)));
    Deque<UUID> next = new ArrayDeque<>(beyond);
    while (!next.isEmpty()) {
      UUID at = next.pop();
      for (PersonLink step : links) {
        if (step.teller().equals(at) || step.told().equals(at)) {
          UUID other = step.otherThan(at);
          if (!other.equals(end) && beyond.add(other)) {
            next.push(other);
          }
        }
      }
    }
    return beyond.stream().anyMatch(two::contains);
  }
}
