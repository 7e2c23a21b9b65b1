package org.warmhandoff.incident.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent.PersonErased;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.Vault;

/** Destroys the one key under which a person can be read. */
@ApplicationScoped
class ErasePerson {

  private final Incidents incidents;
  private final Persons persons;
  private final Vault vault;
  private final Outbox outbox;
  private final InstantSource clock;

  ErasePerson(
      Incidents incidents, Persons persons, Vault vault, Outbox outbox, InstantSource clock) {
    this.incidents = incidents;
    this.persons = persons;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Erases, with the notes and unknown fields of every incident that named the person: nobody can
   * tell whom they speak of. What is left says that there was somebody, and nothing else.
   *
   * @throws Problem 404 for nobody
   */
  @Transactional
  public void erase(UUID id) {
    // In the order intake locks them, so that an erasure and a report never wait in a circle.
    incidents.lockedNaming(id);
    Person person =
        persons
            .locked(id)
            .orElseThrow(() -> Problem.notFound("no-such-person", "There is no such person."));
    incidents.lockedNaming(id).forEach(incident -> incident.keep(null));
    if (!person.isErased()) {
      vault.erase(person, clock.instant());
      outbox.tell(person.next(Mode.LIVE, null), new PersonErased(id));
    }
  }
}
