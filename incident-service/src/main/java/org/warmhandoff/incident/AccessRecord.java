package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody read fields of a person, who and why; written before the answer leaves. */
@Entity
@Table(name = "access_record")
public class AccessRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private String reader;
  private String role;
  private UUID person;
  private String[] fields;
  private String purpose;
  private String reason;

  @Column(name = "on_behalf_of")
  private @Nullable String onBehalfOf;

  private @Nullable UUID referral;
  private @Nullable UUID incident;

  @Column(name = "read_at")
  private Instant readAt;

  /** Wall clock, given by the database. */
  @Column(name = "recorded_at", insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  AccessRecord() {}

  public AccessRecord(Person person, Set<VaultField> fields, Reading reading, Instant readAt) {
    this(person, fields.stream().map(Enum::name).toList(), reading, readAt);
  }

  /**
   * A read of something that is no field.
   *
   * @param what codes of what was read
   */
  public AccessRecord(Person person, List<String> what, Reading reading, Instant readAt) {
    this.policeService = person.policeService();
    this.jurisdiction = person.jurisdiction();
    this.person = person.id();
    this.fields = what.stream().sorted().toArray(String[]::new);
    this.reader = reading.reader();
    this.role = reading.role();
    this.purpose = reading.purpose();
    this.reason = reading.reason();
    this.onBehalfOf = reading.onBehalfOf();
    this.referral = reading.referral();
    this.incident = reading.incident();
    this.readAt = readAt;
  }

  /**
   * Who reads, and why.
   *
   * @param reader staff id, or the system's account name
   * @param role the role the reader used
   * @param purpose code of the purpose
   * @param reason code of the reason
   * @param onBehalfOf code of the agency it is read for
   */
  public record Reading(
      String reader,
      String role,
      String purpose,
      String reason,
      @Nullable String onBehalfOf,
      @Nullable UUID referral,
      @Nullable UUID incident) {}

  public String role() {
    return role;
  }

  public List<String> fields() {
    return List.of(fields);
  }

  public String purpose() {
    return purpose;
  }

  public Instant readAt() {
    return readAt;
  }

  public Instant recordedAt() {
    return Objects.requireNonNull(recordedAt);
  }
}
