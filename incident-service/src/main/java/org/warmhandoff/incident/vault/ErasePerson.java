package org.warmhandoff.incident.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent.PersonErased;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.PersonLink;
import org.warmhandoff.incident.PersonLinks;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.Vault;

/** Destroys the one key under which a person can be read. */
@ApplicationScoped
class ErasePerson {

  private final Incidents incidents;
  private final Persons persons;
  private final PersonLinks links;
  private final Vault vault;
  private final Outbox outbox;
  private final InstantSource clock;

  ErasePerson(
      Incidents incidents,
      Persons persons,
      PersonLinks links,
      Vault vault,
      Outbox outbox,
      InstantSource clock) {
    this.incidents = incidents;
    this.persons = persons;
    this.links = links;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Erases, with the notes and unknown fields of every incident that named the person: nobody can
   * tell whom they speak of. Everyone the person is linked to goes too: they are the same human
   * being, and a link to somebody who can still be read would say who was erased. What is left says
   * that there was somebody, and nothing else.
   *
   * <p>It cannot be undone, and most links no human has looked at. So whoever asks names the others
   * who go too, and none is erased unnamed.
   *
   * @param with everyone else who is erased
   * @throws Problem 404 for nobody, 409 where others are linked to the person than were named, or
   *     somebody was linked in this moment
   */
  @Transactional
  public void erase(UUID id, Set<UUID> with) {
    Set<UUID> all = links.group(id);
    // In the order intake locks them, so that an erasure and a report never wait in a circle.
    incidents.lockedNaming(all);
    List<Person> found = persons.locked(all);
    if (found.isEmpty()) {
      throw Problem.notFound("no-such-person", "There is no such person.");
    }
    List<UUID> others =
        found.stream()
            .filter(person -> !person.isErased() && !person.id().equals(id))
            .map(Person::id)
            .toList();
    Set<UUID> named = new HashSet<>(with);
    named.remove(id);
    if (!named.equals(Set.copyOf(others))) {
      throw Problem.conflict(
              "others-linked",
              "Others are taken for the same person and would be erased too. Look at the links,"
                  + " undo what is wrong, then name exactly those who are left.")
          .at("/with")
          .expected(others.isEmpty() ? "nobody" : written(others));
    }
    incidents.lockedNaming(all).forEach(incident -> incident.keep(null));
    Instant now = clock.instant();
    for (Person person : found) {
      if (!person.isErased()) {
        vault.erase(person, now);
        outbox.tell(person.next(Mode.LIVE, null), new PersonErased(person.id()));
      }
    }
    // What they could be recognised by is gone, so nobody can be linked to them any more.
    if (!links.group(id).equals(all)) {
      throw Problem.conflict(
          "links-changed", "Somebody was linked to this person in this moment: ask again.");
    }
  }

  /** Opaque ids, each with the reasons of its links. */
  private String written(List<UUID> others) {
    return others.stream()
        .map(
            other ->
                links.of(other).stream()
                    .filter(PersonLink::isLinked)
                    .map(link -> link.reason().name())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ", other + " (", ")")))
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
