package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/**
 * Which person a source's reference stands for in one incident, and in which role. A reference that
 * disappears upstream keeps its person, so that it is the same one when it comes back.
 */
@Entity
@Table(name = "party")
@IdClass(PartyEntry.Key.class)
public class PartyEntry {

  @Id private UUID incident;

  @Id
  @Column(name = "ref_index")
  private String refIndex;

  @Id
  @Enumerated(EnumType.STRING)
  private PartyRole role;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private UUID person;
  private int position;
  private boolean present;
  private @Nullable UUID staff;

  PartyEntry() {}

  PartyEntry(Incident incident, Digest ref, PartyRole role, UUID person) {
    this.incident = incident.id();
    this.policeService = incident.policeService();
    this.jurisdiction = incident.jurisdiction();
    this.refIndex = ref.hex();
    this.role = role;
    this.person = person;
  }

  /** The last report named it, as the {@code position}th of its persons. */
  void reported(int at, @Nullable UUID asStaff) {
    position = at;
    present = true;
    staff = asStaff;
  }

  /** The last report did not name it any more. */
  void gone() {
    present = false;
  }

  UUID incident() {
    return incident;
  }

  String policeService() {
    return policeService;
  }

  String jurisdiction() {
    return jurisdiction;
  }

  int position() {
    return position;
  }

  Digest ref() {
    return new Digest(refIndex);
  }

  PartyRole role() {
    return role;
  }

  UUID person() {
    return person;
  }

  Party party() {
    return new Party(person, role);
  }

  /** An incident, a reference and a role. */
  public record Key(UUID incident, String refIndex, PartyRole role) implements Serializable {}
}
