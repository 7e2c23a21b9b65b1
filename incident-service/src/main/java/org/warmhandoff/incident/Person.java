package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Subject;

/**
 * A person of the vault: an opaque id and the wrapped keyset without which nothing of them can be
 * read.
 */
@Entity
@Table(name = "person")
public class Person {

  @Id private UUID id;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private long version;

  @Column(name = "wrapped_keyset")
  private byte @Nullable [] wrappedKeyset;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "erased_at")
  private @Nullable Instant erasedAt;

  Person() {}

  Person(
      UUID id,
      String policeService,
      String jurisdiction,
      byte[] wrappedKeyset,
      Instant registeredAt) {
    this.id = id;
    this.policeService = policeService;
    this.jurisdiction = jurisdiction;
    this.wrappedKeyset = wrappedKeyset.clone();
    this.registeredAt = registeredAt;
  }

  public UUID id() {
    return id;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  /** Number of the last event told of the person. */
  long version() {
    return version;
  }

  /** The wrapped keyset; empty once it was destroyed. */
  Optional<byte[]> wrappedKeyset() {
    return Optional.ofNullable(wrappedKeyset);
  }

  public boolean isErased() {
    return erasedAt != null;
  }

  /**
   * Destroys the keyset: whatever is encrypted under it, backups included, is noise from now on.
   */
  void erase(Instant at) {
    wrappedKeyset = null;
    erasedAt = at;
  }

  /** The next event's place among this person's events; counts it. */
  public Subject next(Mode told, @Nullable UUID incident) {
    version++;
    return new Subject(
        id, id.toString(), version, policeService, jurisdiction, told, incident, null, null);
  }
}
