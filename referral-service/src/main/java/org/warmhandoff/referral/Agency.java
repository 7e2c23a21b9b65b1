package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/** An agency people may be referred to. */
@Entity
@Table(name = "agency")
public class Agency {

  @Id private String code;
  private String name;
  private String[] purposes;
  private String[] serves;

  @Column(name = "answer_within_seconds")
  private long answerWithinSeconds;

  private boolean active;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Agency() {}

  /** An agency nothing can be sent to until it is described. */
  public Agency(String code, Instant at) {
    this.code = code;
    this.name = code;
    this.purposes = new String[0];
    this.serves = new String[0];
    this.changedAt = at;
  }

  /**
   * Replaces all that is known of the agency.
   *
   * @param answerWithin how long it may take to answer a referral
   */
  public void describe(
      String name,
      Set<Purpose> purposes,
      Set<Audience> serves,
      Duration answerWithin,
      boolean active,
      Instant at) {
    this.name = name;
    this.purposes = Codes.of(Purpose.class, purposes);
    this.serves = Codes.of(Audience.class, serves);
    this.answerWithinSeconds = answerWithin.toSeconds();
    this.active = active;
    this.changedAt = at;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public boolean active() {
    return active;
  }

  public Set<Purpose> purposes() {
    return Codes.toSet(Purpose.class, purposes);
  }

  public Duration answerWithin() {
    return Duration.ofSeconds(answerWithinSeconds);
  }

  public AgencyView view() {
    return new AgencyView(code, active, purposes(), Codes.toSet(Audience.class, serves));
  }
}
