package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Known;

/** What happened in the ledger, one line each; never changed. */
@Entity
@Table(name = "consent_entry")
public class ConsentEntry {

  /** What happened. */
  public enum What {
    GIVEN,
    REFUSED,
    WITHDRAWN,
    LAPSED,
    /** Asked, and neither yes nor no: nothing is decided. */
    NOT_NOW
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long number;

  private @Nullable UUID consent;

  @Enumerated(EnumType.STRING)
  private What what;

  private UUID incident;
  private UUID person;
  private String agency;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private String[] categories;

  @Enumerated(EnumType.STRING)
  private @Nullable Form form;

  private @Nullable String language;

  @Column(name = "text_version")
  private @Nullable String textVersion;

  @Column(name = "text_hash")
  private @Nullable String textHash;

  private @Nullable Boolean asserted;

  @Enumerated(EnumType.STRING)
  private @Nullable Known overheard;

  @Column(name = "valid_from")
  private @Nullable Instant validFrom;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  private @Nullable UUID actor;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private Instant at;

  @Column(name = "recorded_at", insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  protected ConsentEntry() {}

  /** Something that happened to a consent. */
  public static ConsentEntry of(
      Consent consent, What what, @Nullable UUID actor, String actorRole, Instant at) {
    ConsentEntry entry = new ConsentEntry();
    entry.consent = consent.id();
    entry.what = what;
    entry.incident = consent.incident();
    entry.person = consent.person();
    entry.agency = consent.agency();
    entry.purpose = consent.purpose();
    entry.categories = Codes.of(DataCategory.class, consent.categories());
    entry.form = consent.form();
    entry.language = consent.language();
    entry.textVersion = consent.textVersion();
    entry.textHash = consent.textHash();
    entry.asserted = consent.asserted();
    entry.overheard = consent.overheard();
    entry.validFrom = consent.validFrom();
    entry.expiresAt = consent.expiresAt();
    entry.actor = actor;
    entry.actorRole = actorRole;
    entry.policeService = consent.policeService();
    entry.jurisdiction = consent.jurisdiction();
    entry.at = at;
    return entry;
  }

  /** Asked, and not answered. */
  public static ConsentEntry notNow(Statement asked, Place place, Instant at) {
    ConsentEntry entry = new ConsentEntry();
    entry.what = What.NOT_NOW;
    entry.incident = asked.incident();
    entry.person = asked.person();
    entry.agency = asked.agency();
    entry.purpose = asked.purpose();
    entry.categories = new String[0];
    entry.form = asked.form();
    entry.language = asked.text().language();
    entry.textVersion = asked.text().version();
    entry.textHash = asked.text().hash();
    entry.overheard = asked.overheard();
    entry.actor = asked.taker().staff();
    entry.actorRole = asked.taker().role();
    entry.policeService = place.policeService();
    entry.jurisdiction = place.jurisdiction();
    entry.at = at;
    return entry;
  }

  public What what() {
    return what;
  }

  public @Nullable UUID consent() {
    return consent;
  }

  public String agency() {
    return agency;
  }

  public Instant at() {
    return at;
  }

  public Instant recordedAt() {
    return recordedAt == null ? at : recordedAt;
  }
}
