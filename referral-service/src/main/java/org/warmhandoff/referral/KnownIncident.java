package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** What the gate, and a consented summary, must know of an incident. */
@Entity
@Table(name = "known_incident")
public class KnownIncident {

  @Id private UUID id;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private UUID[] victims;
  private UUID[] offenders;
  private UUID[] others;

  @Column(name = "excluded_staff")
  private UUID[] excludedStaff;

  private String type;

  @Enumerated(EnumType.STRING)
  private Known domestic;

  @Enumerated(EnumType.STRING)
  private Known physical;

  @Enumerated(EnumType.STRING)
  private Charge charge;

  @Enumerated(EnumType.STRING)
  private Known arrest;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  private String zone;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  @Column(name = "split_from")
  private @Nullable UUID splitFrom;

  @Column(name = "split_off")
  private UUID[] splitOff = {};

  protected KnownIncident() {}

  public KnownIncident(UUID id, Place place, IncidentFacts facts) {
    this.id = id;
    this.policeService = place.policeService();
    this.jurisdiction = place.jurisdiction();
    this.mode = place.mode();
    learn(facts, place.mode());
  }

  /**
   * Takes over the whole state as it was reported. What was imported may turn out to be happening;
   * what is happening never becomes history again.
   *
   * @param told how this state was told
   */
  public final void learn(IncidentFacts facts, Mode told) {
    if (told == Mode.LIVE) {
      mode = Mode.LIVE;
    }
    excludedStaff = facts.excludedStaff().toArray(UUID[]::new);
    victims = ids(facts.parties(), role -> role == PartyRole.VICTIM);
    offenders = ids(facts.parties(), role -> role == PartyRole.ALLEGED_OFFENDER);
    others = ids(facts.parties(), role -> Sides.of(role).isEmpty());
    type = facts.type();
    domestic = facts.domestic();
    physical = facts.physical();
    charge = facts.charge();
    arrest = facts.arrest();
    occurredAt = facts.occurredAt();
    zone = facts.zone();
  }

  /** Another one goes on for it; null: it stands on its own. */
  public void mergedInto(@Nullable UUID other) {
    mergedInto = other;
  }

  public @Nullable UUID mergedInto() {
    return mergedInto;
  }

  /** It is new, and was part of another until now. */
  public void splitFrom(KnownIncident old) {
    splitFrom = old.id;
    old.splitOff =
        Stream.concat(Arrays.stream(old.splitOff), Stream.of(id)).distinct().toArray(UUID[]::new);
  }

  /** It stands on its own again; whom it names alone is referred from here, as after a split. */
  void leave(KnownIncident whole) {
    mergedInto = null;
    UUID older = splitFrom;
    splitFrom(whole);
    splitFrom = older == null ? splitFrom : older;
  }

  @Nullable UUID splitFrom() {
    return splitFrom;
  }

  /** Whether it is one half of what was one, or both were merged into others since. */
  public boolean wasSplit() {
    return splitFrom != null || splitOff.length > 0 || mergedInto != null;
  }

  UUID[] splitOff() {
    return splitOff.clone();
  }

  /** Whether a drill: never part of what is real. */
  public boolean isDrill() {
    return mode == Mode.TEST;
  }

  UUID id() {
    return id;
  }

  private static UUID[] ids(List<Party> parties, Predicate<PartyRole> role) {
    return parties.stream()
        .filter(party -> role.test(party.role()))
        .map(Party::person)
        .distinct()
        .toArray(UUID[]::new);
  }

  /** Whether the person plays any part in it, as far as is known. */
  public boolean has(UUID person) {
    return Stream.of(victims, offenders, others).flatMap(Arrays::stream).anyMatch(person::equals);
  }

  /** Whether this member of staff must not know of it: they, or their unit, are a party to it. */
  public boolean isHiddenFrom(UUID staff) {
    return Arrays.asList(excludedStaff).contains(staff);
  }

  /** As the gate sees it. */
  public IncidentView view(List<IncidentView.Served> served) {
    List<Party> parties = new ArrayList<>();
    Arrays.stream(victims).forEach(id -> parties.add(new Party(id, PartyRole.VICTIM)));
    Arrays.stream(offenders).forEach(id -> parties.add(new Party(id, PartyRole.ALLEGED_OFFENDER)));
    Arrays.stream(others).forEach(id -> parties.add(new Party(id, PartyRole.WITNESS)));
    return new IncidentView(id, policeService, jurisdiction, mode, parties, served);
  }

  public Place place() {
    return new Place(policeService, jurisdiction, mode);
  }

  /** IANA zone its instants are shown in. */
  public String zone() {
    return zone;
  }

  /** The incident in codes, without anything that identifies someone. */
  public Summary summary() {
    return new Summary(type, domestic, physical, charge, arrest, occurredAt, zone);
  }

  /**
   * An incident in codes.
   *
   * @param zone IANA zone {@code occurredAt} is to be shown in
   */
  public record Summary(
      String type,
      Known domestic,
      Known physical,
      Charge charge,
      Known arrest,
      Instant occurredAt,
      String zone) {}
}
