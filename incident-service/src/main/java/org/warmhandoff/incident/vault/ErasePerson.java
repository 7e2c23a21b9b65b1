package org.warmhandoff.incident.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent.PersonErased;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.Vault;

/** Destroys the one key under which a person can be read. */
@ApplicationScoped
class ErasePerson {

  private final Persons persons;
  private final Vault vault;
  private final Outbox outbox;
  private final InstantSource clock;

  ErasePerson(Persons persons, Vault vault, Outbox outbox, InstantSource clock) {
    this.persons = persons;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Erases; what is left says that there was somebody, and nothing else.
   *
   * @throws Problem 404 for nobody
   */
  @Transactional
  public void erase(UUID id) {
    Person person =
        persons
            .locked(id)
            .orElseThrow(() -> Problem.notFound("no-such-person", "There is no such person."));
    if (!person.isErased()) {
      vault.erase(person, clock.instant());
      outbox.tell(person.next(Mode.LIVE, null), new PersonErased(id));
    }
  }
}
