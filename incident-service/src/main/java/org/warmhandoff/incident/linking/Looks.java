package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.AccessRecord;
import org.warmhandoff.incident.AccessRecord.Reading;
import org.warmhandoff.incident.AccessRecords;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Persons;

/** Who is known twice says much of a person: every look at it is recorded, in its transaction. */
@ApplicationScoped
class Looks {

  private final Persons persons;
  private final AccessRecords records;
  private final InstantSource clock;

  Looks(Persons persons, AccessRecords records, InstantSource clock) {
    this.persons = persons;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Records that these persons were shown.
   *
   * @param what code of what was shown of them
   */
  void record(Collection<UUID> shown, String by, String what) {
    if (shown.isEmpty()) {
      return;
    }
    Reading reading =
        new Reading(by, Role.PRIVACY_OFFICER, "record-linkage", what, null, null, null);
    Instant now = clock.instant();
    for (Person person : persons.list("id in ?1", new HashSet<>(shown))) {
      records.persist(new AccessRecord(person, List.of("LINKS"), reading, now));
    }
  }
}
