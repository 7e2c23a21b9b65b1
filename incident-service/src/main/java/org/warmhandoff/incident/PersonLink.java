package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.PersonEvent.LinkReason;

/**
 * Two persons who are taken for one, or were. Neither loses anything by it: each keeps its fields,
 * its key and its incidents.
 */
@Entity
@Table(name = "person_link")
@IdClass(PersonLink.Key.class)
public class PersonLink {

  @Id private UUID low;
  @Id private UUID high;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private UUID teller;

  @Enumerated(EnumType.STRING)
  private LinkReason reason;

  private @Nullable UUID incident;

  @Column(name = "linked_by")
  private String linkedBy;

  @Column(name = "linked_at")
  private Instant linkedAt;

  @Column(name = "undone_by")
  private @Nullable String undoneBy;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_because")
  private @Nullable String undoneBecause;

  @Column(name = "by_hand")
  private boolean byHand;

  PersonLink() {}

  /** The pair of the teller and somebody else, linked for the first time. */
  PersonLink(Person teller, UUID other, LinkReason reason, Act act) {
    Key pair = Key.of(teller.id(), other);
    this.low = pair.low();
    this.high = pair.high();
    this.policeService = teller.policeService();
    this.jurisdiction = teller.jurisdiction();
    this.teller = teller.id();
    become(reason, act);
  }

  /**
   * Who linked or undid, and when.
   *
   * @param by staff id or account name; {@code intake} where nobody did
   * @param incident the incident whose report made it so, if one did
   */
  public record Act(String by, Instant at, @Nullable UUID incident) {}

  final void become(LinkReason because, Act act) {
    reason = because;
    incident = act.incident();
    linkedBy = act.by();
    linkedAt = act.at();
    undoneBy = null;
    undoneAt = null;
    undoneBecause = null;
    byHand = false;
  }

  /** Undone; by hand it is undone for good, unless a hand links the two again. */
  void undo(Act act, String because, boolean hand) {
    undoneBy = act.by();
    undoneAt = act.at();
    undoneBecause = because;
    byHand = hand;
  }

  public boolean isLinked() {
    return undoneAt == null;
  }

  public LinkReason reason() {
    return reason;
  }

  UUID teller() {
    return teller;
  }

  /** The one who does not tell. */
  UUID told() {
    return teller.equals(low) ? high : low;
  }

  /** The other one of the pair. */
  public UUID otherThan(UUID one) {
    return one.equals(low) ? high : low;
  }

  public String linkedBy() {
    return linkedBy;
  }

  public Instant linkedAt() {
    return linkedAt;
  }

  public @Nullable Instant undoneAt() {
    return undoneAt;
  }

  public @Nullable String undoneBy() {
    return undoneBy;
  }

  public @Nullable String undoneBecause() {
    return undoneBecause;
  }

  /** A pair of persons, whichever is named first. */
  public record Key(UUID low, UUID high) implements Serializable {

    /** PostgreSQL's order of ids, which is not Java's. */
    public static Key of(UUID one, UUID other) {
      return one.toString().compareTo(other.toString()) < 0
          ? new Key(one, other)
          : new Key(other, one);
    }
  }
}
