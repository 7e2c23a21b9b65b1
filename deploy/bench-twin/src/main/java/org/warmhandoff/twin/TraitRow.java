package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** What a person could be recognised by. */
@Entity
@Table(name = "person_trait")
@IdClass(TraitRow.Key.class)
public class TraitRow extends PanacheEntityBase {

  /** A person has each kind once. */
  public record Key(UUID person, String kind) implements Serializable {}

  @Id UUID person;
  @Id String kind;
  byte[] digest;
  UUID incident;
  boolean carried;

  @Column(name = "police_service")
  String policeService;

  String jurisdiction;

  static TraitRow of(IncidentRow incident, PersonRow person, String kind, String value) {
    TraitRow row = new TraitRow();
    row.person = person.id;
    row.kind = kind;
    row.digest = Digests.of(kind + value);
    row.incident = incident.id;
    row.policeService = incident.policeService;
    row.jurisdiction = incident.jurisdiction;
    return row;
  }
}
