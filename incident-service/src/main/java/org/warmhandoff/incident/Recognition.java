package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.BlindIndex.Kind;
import org.warmhandoff.incident.PersonLink.Act;
import org.warmhandoff.incident.PersonLinks.Told;

/**
 * Recognises the persons of a report: what they can be known by is kept as digests, whom they are
 * taken for becomes a link, whom they might be a suggestion. A drill recognises nobody.
 */
@ApplicationScoped
class Recognition {

  /** Who links where no human does. */
  static final String INTAKE = "intake";

  private static final List<Kind> THAT_LINK = List.of(Kind.RECORD_NUMBER, Kind.NAME_AND_BIRTH_DATE);

  private final BlindIndex index;
  private final PersonTraits traits;
  private final PersonLinks links;

  Recognition(BlindIndex index, PersonTraits traits, PersonLinks links) {
    this.index = index;
    this.traits = traits;
    this.links = links;
  }

  /**
   * The persons of one report, whose files are locked.
   *
   * @param said what it says of each of them, in its order
   * @param files their files; who was erased has none, and is recognised no more
   * @param newcomers those the vault did not know before
   */
  record Persons(
      Map<UUID, Map<VaultField, Personal>> said,
      Map<UUID, Vault.Opened> files,
      Set<UUID> newcomers) {}

  /** Keeps, links and suggests; answers what is to be told. */
  List<Told> recognise(Incident incident, Mode mode, Persons persons, Instant now) {
    if (mode == Mode.TEST) {
      return List.of();
    }
    Map<UUID, Likeness> changed = changed(incident, persons);
    if (changed.isEmpty()) {
      return List.of();
    }
    traits.lock(digests(changed.values(), THAT_LINK));
    Set<UUID> known = new HashSet<>(changed.keySet());
    known.removeAll(persons.newcomers());
    traits.put(incident, changed, known);
    Act act = new Act(INTAKE, now, incident.id());
    List<Told> told = new ArrayList<>();
    known.forEach(person -> told.addAll(withdraw(person, changed, mode, act)));
    Acquaintances acquaintances = acquaintances(incident, persons, changed);
    changed.forEach(
        (person, likeness) -> {
          for (Linkage.Found found : Linkage.find(person, likeness, acquaintances)) {
            switch (found) {
              case Linkage.Link link -> {
                acquaintances.linked(link.person(), link.other());
                Person file = Objects.requireNonNull(persons.files().get(person)).person();
                links.link(file, link.other(), link.reason(), mode, act).ifPresent(told::add);
              }
              case Linkage.Suggestion suggestion -> links.suggest(incident, suggestion, now);
            }
          }
        });
    return told;
  }

  /** Whom the report says something new of, or who is new. */
  private Map<UUID, Likeness> changed(Incident incident, Persons persons) {
    Likeness.Digester digester = ((Likeness.Digester) index::of).within(incident.policeService());
    List<UUID> ids = persons.said().keySet().stream().filter(persons.files()::containsKey).toList();
    List<Likeness> likenesses =
        Likeness.apart(
            ids.stream()
                .map(id -> Likeness.of(Objects.requireNonNull(persons.said().get(id)), digester))
                .toList());
    Map<UUID, Map<Kind, Digest>> stored =
        traits.of(ids.stream().filter(id -> !persons.newcomers().contains(id)).toList());
    Map<UUID, Likeness> changed = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      Likeness likeness = likenesses.get(i);
      if (!likeness.traits().equals(stored.getOrDefault(ids.get(i), Map.of()))) {
        changed.put(ids.get(i), likeness);
      }
    }
    return changed;
  }

  private Acquaintances acquaintances(
      Incident incident, Persons persons, Map<UUID, Likeness> changed) {
    Set<Digest> wanted = digests(changed.values(), List.of(Kind.values()));
    changed.values().stream().flatMap(one -> Stream.ofNullable(one.swapped())).forEach(wanted::add);
    Acquaintances acquaintances = traits.among(wanted, changed.keySet());
    persons.said().keySet().forEach(person -> acquaintances.isIn(person, incident.id()));
    changed.forEach(
        (person, likeness) ->
            likeness.traits().forEach((kind, trait) -> acquaintances.has(person, kind, trait)));
    return acquaintances;
  }

  /** A link that stood on what a source took back goes with it; nobody has said they are two. */
  private List<Told> withdraw(UUID person, Map<UUID, Likeness> changed, Mode mode, Act act) {
    List<PersonLink> linked = links.of(person).stream().filter(PersonLink::isLinked).toList();
    Map<UUID, Map<Kind, Digest>> theirs =
        traits.of(linked.stream().map(link -> link.otherThan(person)).toList());
    Map<Kind, Digest> own = changed.getOrDefault(person, Likeness.NONE).traits();
    List<Told> told = new ArrayList<>();
    for (PersonLink link : linked) {
      Map<Kind, Digest> other = theirs.getOrDefault(link.otherThan(person), Map.of());
      if (!Linkage.stands(link.reason(), own, other)) {
        links.undo(link, "taken-back", false, mode, act).ifPresent(told::add);
      }
    }
    return told;
  }

  private static Set<Digest> digests(Collection<Likeness> likenesses, List<Kind> kinds) {
    Set<Digest> digests = new HashSet<>();
    for (Likeness likeness : likenesses) {
      kinds.forEach(kind -> likeness.trait(kind).ifPresent(digests::add));
    }
    return digests;
  }
}
