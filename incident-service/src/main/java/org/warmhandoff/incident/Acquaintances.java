package org.warmhandoff.incident;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.warmhandoff.incident.BlindIndex.Kind;

/** The persons a decision about links is made among: what is known of them, by opaque id. */
final class Acquaintances {

  private final Map<Digest, Set<UUID>> holders = new HashMap<>();
  private final Map<UUID, Map<Kind, Digest>> traits = new HashMap<>();
  private final Map<UUID, Set<UUID>> groups = new HashMap<>();
  private final Map<UUID, Set<UUID>> incidents = new HashMap<>();
  private final Map<UUID, Set<UUID>> undone = new HashMap<>();
  private final Set<Digest> crowds = new HashSet<>();
  private final Set<UUID> carried = new HashSet<>();

  /** A person has this trait. */
  void has(UUID person, Kind kind, Digest trait) {
    holders.computeIfAbsent(trait, t -> new TreeSet<>()).add(person);
    traits.computeIfAbsent(person, p -> new HashMap<>()).put(kind, trait);
  }

  /** A person is in this incident by its last report. */
  void isIn(UUID person, UUID incident) {
    incidents.computeIfAbsent(person, p -> new HashSet<>()).add(incident);
  }

  /** Two persons are linked, and with them all who are linked to either. */
  void linked(UUID one, UUID other) {
    Set<UUID> all = new TreeSet<>(group(one));
    all.addAll(group(other));
    all.forEach(member -> groups.put(member, all));
  }

  /** All of these are one human being. */
  void grouped(Set<UUID> members) {
    if (members.size() > 1) {
      Set<UUID> all = Set.copyOf(members);
      all.forEach(member -> groups.put(member, all));
    }
  }

  /** So many have this trait that nobody read them to the end. */
  void crowd(Digest trait) {
    crowds.add(trait);
  }

  boolean isCrowd(Digest trait) {
    return crowds.contains(trait);
  }

  /** What this person has an earlier release kept; no name was ever seen beside it. */
  void carried(UUID person) {
    carried.add(person);
  }

  boolean isCarried(UUID person) {
    return carried.contains(person);
  }

  /** Somebody said that these two are two: undid their link, or dismissed its suggestion. */
  void undone(UUID one, UUID other) {
    undone.computeIfAbsent(one, p -> new HashSet<>()).add(other);
    undone.computeIfAbsent(other, p -> new HashSet<>()).add(one);
  }

  /** Whoever has this trait, in the order of their ids. */
  Set<UUID> holders(Digest trait) {
    return holders.getOrDefault(trait, Set.of());
  }

  Optional<Digest> trait(UUID person, Kind kind) {
    return Optional.ofNullable(traits.getOrDefault(person, Map.of()).get(kind));
  }

  /** Everybody this person is linked to, directly or not, and the person. */
  Set<UUID> group(UUID person) {
    return groups.getOrDefault(person, Set.of(person));
  }

  /**
   * Whether two groups cannot be one person: two of them are in one incident under two references,
   * or somebody undid a link between two of them.
   */
  boolean apart(Set<UUID> one, Set<UUID> other) {
    Set<UUID> where = new HashSet<>();
    one.forEach(member -> where.addAll(incidents.getOrDefault(member, Set.of())));
    return other.stream()
        .anyMatch(
            member ->
                !Collections.disjoint(where, incidents.getOrDefault(member, Set.of()))
                    || !Collections.disjoint(one, undone.getOrDefault(member, Set.of())));
  }

  /** The digests of one kind anybody of these has. */
  Set<Digest> traits(Collection<UUID> persons, Kind kind) {
    Set<Digest> found = new HashSet<>();
    persons.forEach(person -> trait(person, kind).ifPresent(found::add));
    return found;
  }
}
