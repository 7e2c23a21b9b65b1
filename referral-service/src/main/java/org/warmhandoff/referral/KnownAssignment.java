package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;

/** Which program works on an incident, for one side of it. */
@Entity
@Table(name = "known_assignment")
public class KnownAssignment {

  @Id private UUID id;
  private UUID incident;
  private String program;

  @Enumerated(EnumType.STRING)
  private Audience audience;

  private UUID[] staff;

  @Column(name = "accepted_at")
  private @Nullable Instant acceptedAt;

  @Column(name = "contact_at")
  private @Nullable Instant contactAt;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  protected KnownAssignment() {}

  public KnownAssignment(UUID id, UUID incident, String program, Audience audience, Place place) {
    this.id = id;
    this.incident = incident;
    this.program = program;
    this.audience = audience;
    this.staff = new UUID[0];
    this.policeService = place.policeService();
    this.jurisdiction = place.jurisdiction();
  }

  /** The program on the rung below took over. */
  public void movedTo(String program) {
    this.program = program;
  }

  /** It goes on at another incident. */
  public void movedTo(UUID other) {
    this.incident = other;
  }

  /** A worker took it; they hold it after it ended too, for what is still to be written down. */
  public void accepted(String program, UUID worker, Instant at) {
    this.program = program;
    this.acceptedAt = at;
    this.staff =
        Stream.concat(Arrays.stream(staff), Stream.of(worker)).distinct().toArray(UUID[]::new);
  }

  /** A worker who had taken it gives it back. */
  public void declined(UUID worker) {
    staff = Arrays.stream(staff).filter(other -> !other.equals(worker)).toArray(UUID[]::new);
  }

  boolean isHeldBy(UUID worker) {
    return Arrays.asList(staff).contains(worker);
  }

  /** The first live contact stays the first. */
  public void contacted(Instant at) {
    if (contactAt == null) {
      contactAt = at;
    }
  }

  public UUID incident() {
    return incident;
  }

  public String program() {
    return program;
  }
}
