package org.warmhandoff.incident.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent.PersonErased;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Person;
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
   * @throws Problem 404 for nobody, 409 where somebody was linked to the person in this moment
   */
  @Transactional
  public void erase(UUID id) {
    Set<UUID> all = links.group(id);
    // In the order intake locks them, so that an erasure and a report never wait in a circle.
    incidents.lockedNaming(all);
    List<Person> found = persons.locked(all);
    if (found.isEmpty()) {
      throw Problem.notFound("no-such-person", "There is no such person.");
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
}
