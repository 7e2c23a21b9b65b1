package org.warmhandoff.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.PersonEvent.LinkReason;
import org.warmhandoff.incident.BlindIndex.Kind;

/**
 * Decides whom a person is taken for. A wrong link sends one person's history to another, a missed
 * one is found later: so only the same records-system number, else the same whole name and birth
 * date, links; and only where exactly one person of the police service has it and nothing known
 * speaks against it. Everything weaker, a phone and an address above all, which partners share, is
 * a suggestion to a human. Two of one incident are neither linked nor suggested, nor is anyone
 * linked to either of them.
 */
final class Linkage {

  /**
   * A phone or an address more people have than this is a hotel's, a shelter's, a police desk's; a
   * number is what a system writes where it has none.
   */
  static final int MOST_WHO_SHARE = 8;

  private Linkage() {}

  /** What was found about two persons. */
  sealed interface Found {
    UUID person();

    UUID other();
  }

  /** They are one. */
  record Link(UUID person, UUID other, LinkReason reason) implements Found {}

  /** A human should look. */
  record Suggestion(UUID person, UUID other, LinkHint hint) implements Found {}

  /**
   * Looks for a person among those known; the person's own traits and incident are known too.
   *
   * @return the links, strongest first, then the suggestions; nobody twice
   */
  static List<Found> find(UUID person, Likeness likeness, Acquaintances known) {
    return new Search(person, likeness, known).found();
  }

  /**
   * Looks for each of these persons in turn; who is linked is known to the next.
   *
   * @return what was found, in order; nobody is suggested whom a later one was linked to
   */
  static List<Found> settle(Map<UUID, Likeness> persons, Acquaintances known) {
    List<Found> all = new ArrayList<>();
    persons.forEach(
        (person, likeness) -> {
          List<Found> found = find(person, likeness, known);
          for (Found one : found) {
            if (one instanceof Link link) {
              known.linked(link.person(), link.other());
            }
          }
          all.addAll(found);
        });
    all.removeIf(
        one -> one instanceof Suggestion && known.group(one.person()).contains(one.other()));
    return all;
  }

  /** Whether the reason two persons are linked for still stands, by what they have now. */
  static boolean stands(LinkReason reason, Map<Kind, Digest> one, Map<Kind, Digest> other) {
    return switch (reason) {
      case BY_HAND -> true;
      case RECORD_NUMBER -> shared(one, other, Kind.RECORD_NUMBER);
      case NAME_AND_BIRTH_DATE -> shared(one, other, Kind.NAME_AND_BIRTH_DATE);
    };
  }

  private static boolean shared(Map<Kind, Digest> one, Map<Kind, Digest> other, Kind kind) {
    Digest trait = one.get(kind);
    return trait != null && trait.equals(other.get(kind));
  }

  /** One person's search, with the links found so far. */
  private static final class Search {

    private static final Set<Kind> WHAT_AGREES =
        EnumSet.of(
            Kind.NAME_AND_BIRTH_DATE, Kind.SOUND_AND_BIRTH_DATE, Kind.GIVEN_NAME_AND_BIRTH_DATE);

    private final UUID person;
    private final Likeness likeness;
    private final Acquaintances known;
    private final Set<UUID> own;
    private final Set<UUID> met = new HashSet<>();
    private final List<Found> links = new ArrayList<>();
    private final Map<Set<UUID>, Suggestion> suggestions = new LinkedHashMap<>();

    Search(UUID person, Likeness likeness, Acquaintances known) {
      this.person = person;
      this.likeness = likeness;
      this.known = known;
      this.own = new HashSet<>(known.group(person));
    }

    List<Found> found() {
      link(Kind.RECORD_NUMBER, LinkReason.RECORD_NUMBER, LinkHint.RECORD_NUMBER);
      link(Kind.NAME_AND_BIRTH_DATE, LinkReason.NAME_AND_BIRTH_DATE, LinkHint.SAME_NAME);
      if (likeness.swapped() != null) {
        suggest(likeness.swapped(), LinkHint.SWAPPED_BIRTH_DATE);
      }
      suggest(Kind.SOUND_AND_BIRTH_DATE, LinkHint.SIMILAR_NAME);
      suggest(Kind.GIVEN_NAME_AND_BIRTH_DATE, LinkHint.SAME_GIVEN_NAME);
      suggest(Kind.PHONE, LinkHint.PHONE);
      suggest(Kind.ADDRESS, LinkHint.ADDRESS);
      List<Found> found = new ArrayList<>(links);
      suggestions.forEach(
          (group, suggestion) -> {
            if (Collections.disjoint(group, own)) {
              found.add(suggestion);
            }
          });
      return found;
    }

    /** Where one group alone has the trait, and nothing speaks against it, the person is of it. */
    private void link(Kind kind, LinkReason reason, LinkHint hint) {
      Digest trait = likeness.traits().get(kind);
      if (trait == null || known.isCrowd(trait)) {
        return;
      }
      Map<Set<UUID>, UUID> groups = groups(trait);
      if (groups.size() > MOST_WHO_SHARE) {
        return;
      }
      boolean number = kind == Kind.RECORD_NUMBER;
      Map<Set<UUID>, UUID> doubtful = new LinkedHashMap<>();
      groups.forEach(
          (group, holder) -> {
            if (contradicted(kind, group) || (number && unseen(group, holder))) {
              doubtful.put(group, holder);
            }
          });
      if (number) {
        // Whoever has the number by mistake must not make it useless to whom it belongs.
        groups.keySet().removeAll(doubtful.keySet());
      }
      boolean only = groups.size() == 1 && Collections.disjoint(known.holders(trait), others());
      groups.forEach(
          (group, holder) -> {
            if (only && !doubtful.containsKey(group) && !known.apart(own, group)) {
              own.addAll(group);
              links.add(new Link(person, holder, reason));
            } else {
              suggest(group, holder, hint);
            }
          });
      doubtful.forEach((group, holder) -> suggest(group, holder, hint));
    }

    /** Those the person is linked to already. */
    private Set<UUID> others() {
      Set<UUID> others = new HashSet<>(own);
      others.remove(person);
      return others;
    }

    /** Everyone who has this trait and is not the person, in groups, each with its first holder. */
    private Map<Set<UUID>, UUID> groups(Digest trait) {
      Map<Set<UUID>, UUID> groups = new LinkedHashMap<>();
      for (UUID holder : known.holders(trait)) {
        if (!own.contains(holder)) {
          groups.putIfAbsent(known.group(holder), holder);
        }
      }
      return groups;
    }

    /**
     * A number against a name and birth date that have nothing in common is mistyped; the same name
     * and birth date under two numbers is two people to the records system.
     */
    private boolean contradicted(Kind kind, Set<UUID> group) {
      if (kind == Kind.RECORD_NUMBER) {
        return likeness.trait(Kind.NAME_AND_BIRTH_DATE).isPresent()
            && !known.traits(group, Kind.NAME_AND_BIRTH_DATE).isEmpty()
            && !agrees(group);
      }
      Set<Digest> theirs = known.traits(group, Kind.RECORD_NUMBER);
      Set<Digest> ours = known.traits(own, Kind.RECORD_NUMBER);
      return !theirs.isEmpty() && !ours.isEmpty() && Collections.disjoint(theirs, ours);
    }

    /** A number kept from before names were compared may be a mistyped one: nothing tells. */
    private boolean unseen(Set<UUID> group, UUID holder) {
      return known.isCarried(holder) && known.traits(group, Kind.NAME_AND_BIRTH_DATE).isEmpty();
    }

    private boolean agrees(Set<UUID> group) {
      return (likeness.swapped() != null
              && known.traits(group, Kind.NAME_AND_BIRTH_DATE).contains(likeness.swapped()))
          || WHAT_AGREES.stream()
              .anyMatch(
                  kind ->
                      likeness
                          .trait(kind)
                          .filter(trait -> known.traits(group, kind).contains(trait))
                          .isPresent());
    }

    private void suggest(Kind kind, LinkHint hint) {
      likeness.trait(kind).ifPresent(trait -> suggest(trait, hint));
    }

    private void suggest(Digest trait, LinkHint hint) {
      Map<Set<UUID>, UUID> groups = groups(trait);
      if (groups.size() <= MOST_WHO_SHARE && !known.isCrowd(trait)) {
        groups.forEach((group, holder) -> suggest(group, holder, hint));
      }
    }

    private void suggest(Set<UUID> group, UUID holder, LinkHint hint) {
      if (met.add(holder) && !known.apart(own, group)) {
        suggestions.putIfAbsent(group, new Suggestion(person, holder, hint));
      }
    }
  }
}
