package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One thing that is known of a person, in clear text. */
@Entity
@Table(name = "person_field")
@IdClass(FieldRow.Key.class)
public class FieldRow extends PanacheEntityBase {

  /** A person has each field once. */
  public record Key(UUID person, String field) implements Serializable {}

  @Id UUID person;
  @Id String field;

  @Column(name = "police_service")
  String policeService;

  String jurisdiction;
  UUID incident;

  @Column(name = "as_of")
  Instant asOf;

  byte[] ciphertext;

  static FieldRow of(IncidentRow incident, PersonRow person, String field, String value) {
    FieldRow row = new FieldRow();
    row.person = person.id;
    row.field = field;
    row.policeService = incident.policeService;
    row.jurisdiction = incident.jurisdiction;
    row.incident = incident.id;
    row.asOf = incident.asOf;
    row.ciphertext = value.getBytes(StandardCharsets.UTF_8);
    return row;
  }
}
