package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person, who has no keyset here. */
@Entity
@Table(name = "person")
public class PersonRow extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "police_service")
  String policeService;

  String jurisdiction;
  long version;

  @Column(name = "registered_at")
  Instant registeredAt;

  static PersonRow of(IncidentRow incident, Instant now) {
    PersonRow row = new PersonRow();
    row.id = UUID.randomUUID();
    row.policeService = incident.policeService;
    row.jurisdiction = incident.jurisdiction;
    row.version = 1;
    row.registeredAt = now;
    return row;
  }
}
