package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.StaffEvent;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;
import org.warmhandoff.eventing.Subject;

/** A member of staff: an opaque id, codes, and a name that only the vault knows. */
@Entity
@Table(name = "staff")
public class StaffMember {

  @Id private UUID id;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private StaffEvent.Kind kind;

  private String organisation;
  private @Nullable String unit;
  private String[] languages;
  private boolean active;
  private long version;

  @Column(name = "name_digest")
  private byte[] nameDigest;

  StaffMember() {}

  /**
   * A member of staff who was not known.
   *
   * @param policeService code of the police service, empty for an agency's staff
   * @param jurisdiction code of its jurisdiction, empty for an agency's staff
   */
  public StaffMember(
      String policeService, String jurisdiction, StaffRegistered registered, Digest name) {
    this.id = registered.staff();
    this.policeService = policeService;
    this.jurisdiction = jurisdiction;
    become(registered, name);
  }

  public final void become(StaffRegistered registered, Digest name) {
    kind = registered.kind();
    organisation = registered.organisation();
    unit = registered.unit();
    languages = registered.languages().toArray(String[]::new);
    active = registered.active();
    nameDigest = name.bytes();
  }

  /** Whether this is what is known already. */
  public boolean is(StaffRegistered registered, Digest name) {
    return registered.equals(registered()) && Arrays.equals(nameDigest, name.bytes());
  }

  /** The next event's place among this member's events; counts it. */
  public Subject next() {
    version++;
    return Subject.of(id, version, policeService, jurisdiction, Mode.LIVE);
  }

  private StaffRegistered registered() {
    return new StaffRegistered(id, kind, organisation, unit, List.of(languages), active);
  }
}
