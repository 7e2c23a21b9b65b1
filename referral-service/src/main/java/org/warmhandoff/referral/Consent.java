package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.ConsentEvent.ConsentRefused;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Subject;

/** One statement about one release, and where it stands now. */
@Entity
@Table(name = "consent")
public class Consent {

  @Id private UUID id;
  private long number;
  private UUID incident;
  private UUID person;
  private String agency;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private String[] categories;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  @Enumerated(EnumType.STRING)
  private Form form;

  private String language;

  @Column(name = "text_version")
  private String textVersion;

  @Column(name = "text_hash")
  private String textHash;

  @Column(name = "taken_by")
  private UUID takenBy;

  @Column(name = "taken_in")
  private @Nullable String takenIn;

  private boolean asserted;

  @Enumerated(EnumType.STRING)
  private Known overheard;

  private String[] needs;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  @Column(name = "valid_from")
  private Instant validFrom;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private long version;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Consent() {}

  private Consent(
      long number, Statement said, Standing standing, Place place, Instant now, Instant expiresAt) {
    this.id = UUID.randomUUID();
    this.number = number;
    this.incident = said.incident();
    this.person = said.person();
    this.agency = said.agency();
    this.purpose = said.purpose();
    boolean given = standing == Standing.GIVEN;
    this.categories = Codes.of(DataCategory.class, given ? said.categories() : Set.of());
    this.standing = standing;
    this.form = said.form();
    this.language = said.text().language();
    this.textVersion = said.text().version();
    this.textHash = said.text().hash();
    this.takenBy = said.taker().staff();
    this.takenIn = said.taker().policeService();
    this.asserted = said.asserted();
    this.overheard = said.overheard();
    this.needs = given ? said.needs().toArray(String[]::new) : new String[0];
    this.urgency = said.urgency();
    this.validFrom = now;
    this.expiresAt = expiresAt;
    this.policeService = place.policeService();
    this.jurisdiction = place.jurisdiction();
    this.mode = place.mode();
    this.version = 1;
    this.changedAt = now;
  }

  /** She said yes; it holds until {@code expiresAt}. */
  public static Consent given(
      long number, Statement said, Place place, Instant now, Instant expiresAt) {
    return new Consent(number, said, Standing.GIVEN, place, now, expiresAt);
  }

  /** She said no, or staff say that she did. */
  public static Consent refused(long number, Statement said, Place place, Instant now) {
    return new Consent(number, said, Standing.REFUSED, place, now, now);
  }

  /**
   * Takes it back. Counts from the commit of the transaction this is called in.
   *
   * @param by the member of staff who was told, if one was
   */
  public ConsentWithdrawn withdraw(@Nullable UUID by, Instant now) {
    require(Standing.GIVEN);
    standing = Standing.WITHDRAWN;
    version++;
    changedAt = now;
    return new ConsentWithdrawn(id, incident, person, agency, now, by);
  }

  /** Its time ran out, and another statement takes its place. */
  public void lapse(Instant now) {
    require(Standing.GIVEN);
    standing = Standing.LAPSED;
    changedAt = now;
  }

  /** The incident was heard of after the consent: it belongs where the incident does. */
  public void placedIn(Place place) {
    policeService = place.policeService();
    jurisdiction = place.jurisdiction();
    mode = place.mode();
  }

  private void require(Standing needed) {
    if (standing != needed) {
      throw new IllegalStateException(standing + " is not " + needed);
    }
  }

  public ConsentGiven toGiven() {
    return new ConsentGiven(
        id,
        incident,
        person,
        agency,
        purpose,
        categories(),
        textVersion,
        textHash,
        form,
        language,
        takenBy,
        asserted,
        overheard,
        needs(),
        urgency,
        validFrom,
        expiresAt);
  }

  public ConsentRefused toRefused() {
    return new ConsentRefused(id, incident, person, agency, purpose, asserted, takenBy, validFrom);
  }

  /** As the gate sees it. */
  public ConsentView view() {
    return new ConsentView(
        id,
        number,
        incident,
        person,
        agency,
        purpose,
        Codes.toSet(DataCategory.class, categories),
        standing,
        form,
        takenIn,
        validFrom,
        expiresAt);
  }

  /** What its next event is about. */
  public Subject subject() {
    return Subject.of(id, version, policeService, jurisdiction, mode).within(incident);
  }

  public UUID id() {
    return id;
  }

  public UUID incident() {
    return incident;
  }

  public UUID person() {
    return person;
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

  public Standing standing() {
    return standing;
  }

  public Form form() {
    return form;
  }

  public String language() {
    return language;
  }

  public String textVersion() {
    return textVersion;
  }

  public String textHash() {
    return textHash;
  }

  public boolean wasTakenBy(UUID staff) {
    return takenBy.equals(staff);
  }

  public @Nullable String takenIn() {
    return takenIn;
  }

  public boolean asserted() {
    return asserted;
  }

  public Known overheard() {
    return overheard;
  }

  public List<String> needs() {
    return List.of(needs);
  }

  public Urgency urgency() {
    return urgency;
  }

  public Instant validFrom() {
    return validFrom;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public long version() {
    return version;
  }
}
