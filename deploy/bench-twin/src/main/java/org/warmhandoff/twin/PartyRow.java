package org.warmhandoff.twin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.UUID;

/** Who is who in an incident. */
@Entity
@Table(name = "party")
@IdClass(PartyRow.Key.class)
public class PartyRow extends PanacheEntityBase {

  /** A reference stands once in each role. */
  public record Key(UUID incident, String refIndex, String role) implements Serializable {}

  @Id UUID incident;

  @Id
  @Column(name = "ref_index")
  String refIndex;

  @Id String role;

  @Column(name = "police_service")
  String policeService;

  String jurisdiction;
  UUID person;
  int position;
  boolean present;

  static PartyRow of(
      IncidentRow incident, PersonRow person, ReportBody.PersonBody said, int position) {
    PartyRow row = new PartyRow();
    row.incident = incident.id;
    row.refIndex = HexFormat.of().formatHex(Digests.of(said.ref()));
    row.role = said.roleCode();
    row.policeService = incident.policeService;
    row.jurisdiction = incident.jurisdiction;
    row.person = person.id;
    row.position = position;
    row.present = true;
    return row;
  }
}
