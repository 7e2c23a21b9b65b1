package org.warmhandoff.incident.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.AccessRecord;
import org.warmhandoff.incident.AccessRecords;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.Vault;
import org.warmhandoff.incident.VaultField;

/** Reads some fields of a person and records it in the same transaction. */
@ApplicationScoped
class ReadPerson {

  private final Persons persons;
  private final Vault vault;
  private final AccessRecords records;
  private final InstantSource clock;

  ReadPerson(Persons persons, Vault vault, AccessRecords records, InstantSource clock) {
    this.persons = persons;
    this.vault = vault;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Reads.
   *
   * @throws Problem 404 for nobody, 410 for a person who was erased
   */
  @Transactional
  public Map<VaultField, Personal> read(
      UUID id, Set<VaultField> fields, AccessRecord.Reading reading) {
    Person person =
        persons
            .findByIdOptional(id)
            .orElseThrow(() -> Problem.notFound("no-such-person", "There is no such person."));
    Map<VaultField, Personal> read =
        vault
            .read(person, fields)
            .orElseThrow(() -> Problem.gone("erased", "This person's data was erased."));
    records.persist(new AccessRecord(person, fields, reading, clock.instant()));
    return read;
  }
}
