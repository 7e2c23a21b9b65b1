package org.warmhandoff.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.eventing.OneColumn;

/** Persons whose data key was destroyed. */
@ApplicationScoped
public class ErasedPersons {

  private final EntityManager entities;

  ErasedPersons(EntityManager entities) {
    this.entities = entities;
  }

  /** The person as the gate sees them. */
  public PersonView view(UUID person) {
    // Asked inside the transaction that decides, not kept in memory.
    boolean erased =
        OneColumn.of(
                entities,
                "select exists (select from erased_person where person = :person)",
                "exists",
                Boolean.class)
            .setParameter("person", person)
            .getSingleResult();
    return new PersonView(person, erased);
  }

  public void add(UUID person, Place place, Instant at) {
    // Erasing twice changes nothing.
    entities
        .createNativeQuery(
            """
            insert into erased_person (person, police_service, jurisdiction, at)
            values (:person, :police_service, :jurisdiction, :at)
            on conflict (person) do nothing
            """)
        .setParameter("person", person)
        .setParameter("police_service", place.policeService())
        .setParameter("jurisdiction", place.jurisdiction())
        .setParameter("at", at)
        .executeUpdate();
  }
}
