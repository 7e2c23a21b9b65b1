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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.referral.Gate.Disclosure;

/** One line of the register of disclosures; never changed. */
@Entity
@Table(name = "disclosure")
public class DisclosureEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long number;

  private UUID id;
  private UUID referral;
  private UUID incident;
  private UUID person;
  private String agency;
  private String actor;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private String[] categories;
  private UUID consent;

  @Column(name = "consent_version")
  private long consentVersion;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private Instant at;

  protected DisclosureEntry() {}

  /**
   * Registers what the gate lets go.
   *
   * @param actor the account that asked
   */
  public DisclosureEntry(
      Disclosure disclosure, Referral referral, Consent consent, String actor, Instant at) {
    this.id = UUID.randomUUID();
    this.referral = referral.id();
    this.incident = referral.incident();
    this.person = disclosure.person();
    this.agency = disclosure.agency();
    this.actor = actor;
    this.purpose = disclosure.purpose();
    this.categories = Codes.of(DataCategory.class, disclosure.categories());
    this.consent = disclosure.consent();
    this.consentVersion = consent.version();
    this.policeService = referral.policeService();
    this.jurisdiction = referral.jurisdiction();
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  public UUID person() {
    return person;
  }

  public UUID referral() {
    return referral;
  }

  public String agency() {
    return agency;
  }

  public Purpose purpose() {
    return purpose;
  }

  public List<DataCategory> categories() {
    return Codes.toList(DataCategory.class, categories);
  }
}
