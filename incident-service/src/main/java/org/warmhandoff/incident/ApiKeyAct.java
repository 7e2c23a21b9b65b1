package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That an administrator did something to a key; written with the deed, and never changed. */
@Entity
@Table(name = "api_key_act")
public class ApiKeyAct {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "api_key")
  private String key;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Act act;

  @Column(name = "act_by")
  private String by;

  @Column(name = "act_at")
  private Instant at;

  ApiKeyAct() {}

  /**
   * @param by the account that did it
   */
  public ApiKeyAct(ApiKey key, Act act, String by, Instant at) {
    this.key = key.id();
    this.policeService = key.policeService();
    this.jurisdiction = key.jurisdiction();
    this.act = act;
    this.by = by;
    this.at = at;
  }

  /** What can be done to a key. */
  public enum Act {
    MADE,
    REPLACED,
    REVOKED
  }

  public String key() {
    return key;
  }

  public Act act() {
    return act;
  }

  public String by() {
    return by;
  }

  public Instant at() {
    return at;
  }
}
