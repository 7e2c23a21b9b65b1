package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.BlindIndex.Kind;
import org.warmhandoff.incident.PersonLink.Act;
import org.warmhandoff.incident.PersonLinks.Told;

/**
 * Recognises the persons of a report: what they can be known by is kept as digests, whom they are
 * taken for becomes a link, whom they might be a suggestion. A drill recognises nobody.
 *
 * <p>Locks are taken in one order: the incident, the digests that link (old and new), the persons
 * of the report with everyone they are linked to, whom they may be linked to with everyone linked
 * to those. So two reports at once find each other, and a group is seen whole by whoever adds to
 * it. What still meets in a circle (an import beside a post) is broken off by the database and done
 * again. There is no lock of the whole police service: it would let one report in at a time.
 */
@ApplicationScoped
class Recognition {

  /** Who links where no human does. */
  static final String INTAKE = "intake";

  /** Why a link was undone: two of one report are in the group. */
  private static final String OF_ONE_INCIDENT = "two-of-one-incident";

  static final List<Kind> THAT_LINK = List.of(Kind.RECORD_NUMBER, Kind.NAME_AND_BIRTH_DATE);

  private final BlindIndex index;
  private final PersonTraits traits;
  private final TraitHolders holders;
  private final Persons persons;
  private final PersonLinks links;
  private final IncidentsToTell toTell;

  Recognition(
      BlindIndex index,
      PersonTraits traits,
      TraitHolders holders,
      Persons persons,
      PersonLinks links,
      IncidentsToTell toTell) {
    this.index = index;
    this.traits = traits;
    this.holders = holders;
    this.persons = persons;
    this.links = links;
    this.toTell = toTell;
  }

  /**
   * The persons of one report, before their files are locked.
   *
   * @param all everyone it names
   * @param said what it says of those of whom it says something new, in its order
   * @param changed the same with what other incidents said of them
   * @param known those of them the vault knew before
   * @param kin everyone these are linked to, and they: to be locked with the files
   */
  record Prepared(
      Set<UUID> all,
      Map<UUID, Likeness> said,
      Map<UUID, Likeness> changed,
      Set<UUID> known,
      Set<UUID> kin) {

    static final Prepared NOTHING = new Prepared(Set.of(), Map.of(), Map.of(), Set.of(), Set.of());
  }

  /**
   * Finds out of whom a report says something new, and waits for whoever is about to link by it.
   *
   * @param said what it says of each person, in its order
   * @param newcomers those the vault did not know before
   */
  Prepared prepare(
      Incident incident,
      Mode mode,
      Map<UUID, Map<VaultField, Personal>> said,
      Set<UUID> newcomers) {
    if (mode == Mode.TEST) {
      return Prepared.NOTHING;
    }
    Map<UUID, Likeness> likenesses = likenesses(incident, said);
    Map<UUID, PersonTraits.Stored> stored =
        traits.of(said.keySet().stream().filter(id -> !newcomers.contains(id)).toList());
    Map<UUID, Likeness> news = new LinkedHashMap<>();
    Map<UUID, Likeness> changed = new LinkedHashMap<>();
    likenesses.forEach(
        (id, likeness) -> {
          PersonTraits.Stored before = stored.getOrDefault(id, new PersonTraits.Stored());
          Likeness now = before.after(incident.id(), likeness);
          if (!now.traits().equals(before.traits())) {
            news.put(id, likeness);
            changed.put(id, now);
          }
        });
    if (changed.isEmpty()) {
      return Prepared.NOTHING;
    }
    Set<UUID> known = new TreeSet<>(changed.keySet());
    known.removeAll(newcomers);
    Set<UUID> kin = kin(known);
    Set<Digest> digests = digests(changed.values(), THAT_LINK);
    digests.addAll(digests(stored(kin).values(), THAT_LINK));
    traits.lock(digests);
    return new Prepared(Set.copyOf(said.keySet()), news, changed, known, kin);
  }

  /**
   * Keeps, links and suggests; answers what is to be told.
   *
   * @param files the persons' files, locked; who was erased has none, and is recognised no more
   */
  List<Told> recognise(
      Incident incident, Mode mode, Prepared prepared, Map<UUID, Vault.Opened> files, Instant now) {
    Map<UUID, Likeness> changed = new LinkedHashMap<>(prepared.changed());
    changed.keySet().retainAll(files.keySet());
    if (changed.isEmpty()) {
      return List.of();
    }
    Set<UUID> known = new TreeSet<>(prepared.known());
    known.retainAll(changed.keySet());
    Map<UUID, Likeness> news = new LinkedHashMap<>(prepared.said());
    news.keySet().retainAll(changed.keySet());
    traits.put(incident, news, known);
    Act act = new Act(INTAKE, now, incident.id());
    List<Told> told = new ArrayList<>();
    Set<UUID> before = kin(known);
    known.forEach(person -> told.addAll(withdraw(person, changed, mode, act)));
    Map<UUID, Likeness> searched = new LinkedHashMap<>(changed);
    if (!told.isEmpty()) {
      // Who was linked through somebody who was somebody else may still be one without them.
      before.removeAll(changed.keySet());
      searched.putAll(stored(before));
    }
    Set<UUID> locked = new HashSet<>(files.keySet());
    locked.addAll(prepared.kin());
    holders.lockHolders(digests(searched.values(), THAT_LINK), locked);
    Acquaintances acquaintances = acquaintances(incident, prepared.all(), searched, changed);
    List<Linkage.Found> found = Linkage.settle(searched, acquaintances);
    Set<UUID> touched = new TreeSet<>(told.isEmpty() ? Set.of() : before);
    for (Linkage.Found one : found) {
      if (one instanceof Linkage.Link link) {
        links.link(link.person(), link.other(), link.reason(), mode, act).ifPresent(told::add);
        touched.addAll(acquaintances.group(link.person()));
      }
    }
    suggest(incident, found, now);
    toTell.note(touched, incident.id(), now);
    return told;
  }

  /**
   * Undoes what joins two persons this report has as two. Each of them was linked to somebody else
   * when the other was not there; a human has to say which of the links is right.
   *
   * @param present the parties by this report
   */
  List<Told> part(Incident incident, Mode mode, Set<UUID> present, Instant now) {
    Set<UUID> kin = kin(present);
    persons.locked(kin);
    List<PersonLink> cut = Joins.between(present, links.among(kin));
    Act act = new Act(INTAKE, now, incident.id());
    List<Told> told = new ArrayList<>();
    List<Linkage.Found> suggested = new ArrayList<>();
    for (PersonLink link : cut) {
      suggested.add(new Linkage.Suggestion(link.teller(), link.told(), hint(link)));
      links.undo(link, OF_ONE_INCIDENT, false, mode, act).ifPresent(told::add);
    }
    suggest(incident, suggested, now);
    toTell.note(kin, incident.id(), now);
    return told;
  }

  private static LinkHint hint(PersonLink link) {
    return switch (link.reason()) {
      case RECORD_NUMBER -> LinkHint.RECORD_NUMBER;
      case NAME_AND_BIRTH_DATE, BY_HAND -> LinkHint.SAME_NAME;
    };
  }

  /** In one order, so that two reports never wait for each other's suggestions in a circle. */
  private void suggest(Incident incident, List<Linkage.Found> found, Instant now) {
    found.stream()
        .filter(Linkage.Suggestion.class::isInstance)
        .map(Linkage.Suggestion.class::cast)
        .sorted(
            Comparator.comparing(one -> PersonLink.Key.of(one.person(), one.other()).toString()))
        .forEach(one -> links.suggest(incident, one, now));
  }

  /** What a report says of each person, as they can be recognised by. */
  Map<UUID, Likeness> likenesses(Incident incident, Map<UUID, Map<VaultField, Personal>> said) {
    Likeness.Digester digester = ((Likeness.Digester) index::of).within(incident.policeService());
    List<UUID> ids = List.copyOf(said.keySet());
    List<Likeness> apart =
        Likeness.apart(
            said.values().stream().map(fields -> Likeness.of(fields, digester)).toList());
    Map<UUID, Likeness> likenesses = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      likenesses.put(ids.get(i), apart.get(i));
    }
    return likenesses;
  }

  /** Everyone some persons are linked to, and they. */
  private Set<UUID> kin(Set<UUID> of) {
    Set<UUID> kin = new TreeSet<>(of);
    if (!of.isEmpty()) {
      links.groups(of).values().forEach(kin::addAll);
    }
    return kin;
  }

  private Map<UUID, Likeness> stored(Set<UUID> of) {
    Map<UUID, Likeness> stored = new LinkedHashMap<>();
    Map<UUID, PersonTraits.Stored> found = traits.of(of);
    for (UUID person : new TreeSet<>(of)) {
      stored.put(
          person,
          new Likeness(found.getOrDefault(person, new PersonTraits.Stored()).traits(), null));
    }
    return stored;
  }

  private Acquaintances acquaintances(
      Incident incident,
      Set<UUID> present,
      Map<UUID, Likeness> searched,
      Map<UUID, Likeness> changed) {
    Set<Digest> wanted = digests(searched.values(), List.of(Kind.values()));
    searched.values().stream()
        .flatMap(one -> Stream.ofNullable(one.swapped()))
        .forEach(wanted::add);
    Acquaintances acquaintances = holders.among(wanted, changed.keySet());
    present.forEach(person -> acquaintances.isIn(person, incident.id()));
    changed.forEach(
        (person, likeness) ->
            likeness.traits().forEach((kind, trait) -> acquaintances.has(person, kind, trait)));
    return acquaintances;
  }

  /** A link that stood on what a source took back goes with it; nobody has said they are two. */
  private List<Told> withdraw(UUID person, Map<UUID, Likeness> changed, Mode mode, Act act) {
    List<PersonLink> linked = links.of(person).stream().filter(PersonLink::isLinked).toList();
    Map<UUID, PersonTraits.Stored> theirs = new HashMap<>();
    if (!linked.isEmpty()) {
      theirs.putAll(traits.of(linked.stream().map(link -> link.otherThan(person)).toList()));
    }
    Map<Kind, Digest> own = changed.getOrDefault(person, Likeness.NONE).traits();
    List<Told> told = new ArrayList<>();
    for (PersonLink link : linked) {
      Map<Kind, Digest> other =
          theirs.getOrDefault(link.otherThan(person), new PersonTraits.Stored()).traits();
      if (!Linkage.stands(link.reason(), own, other)) {
        links.undo(link, "taken-back", false, mode, act).ifPresent(told::add);
      }
    }
    return told;
  }

  static Set<Digest> digests(Collection<Likeness> likenesses, List<Kind> kinds) {
    Set<Digest> digests = new HashSet<>();
    for (Likeness likeness : likenesses) {
      kinds.forEach(kind -> likeness.trait(kind).ifPresent(digests::add));
    }
    return digests;
  }
}
