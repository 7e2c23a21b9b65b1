package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;

/**
 * An incident as routing knows it. Locking its row orders facts, answers and deadlines of the
 * incident; it numbers the weighings and the advisories told of it.
 */
@Entity
@Table(name = "routing")
public class RoutedIncident {

  @Id private UUID incident;
  private String policeService;
  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  @Convert(converter = Json.OfView.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private IncidentView view;

  @Convert(converter = Json.OfVerdicts.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private Listed<Verdict> verdicts = new Listed<>(List.of());

  private @Nullable UUID mergedInto;
  private @Nullable UUID splitFrom;

  @Convert(converter = Json.OfKin.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private Kin kin = Kin.NONE;

  private @Nullable String staleProgram;
  private long weighings;
  private long advisories;
  private Instant changedAt;

  protected RoutedIncident() {}

  public RoutedIncident(IncidentView view, Instant now) {
    this.incident = view.incident();
    this.policeService = view.policeService();
    this.jurisdiction = view.jurisdiction();
    this.mode = view.mode();
    this.view = view;
    this.changedAt = now;
  }

  public void now(IncidentView latest, Instant at) {
    if (mode != latest.mode()) {
      // what was weighed as history is told again to those who hear of live incidents only
      verdicts = new Listed<>(List.of());
      mode = latest.mode();
    }
    view = latest;
    changedAt = at;
  }

  /**
   * As it stands with those it goes on for.
   *
   * @param latest with the facts of its own source alone
   * @param before as it stood until now
   */
  void goOnFor(List<RoutedIncident> others, IncidentView latest, IncidentView before, Instant at) {
    kin =
        new Kin(
            others.isEmpty() ? null : latest.facts(),
            others.stream().map(RoutedIncident::incident).toList(),
            kin.splitOff(),
            kin.linked());
    List<IncidentFacts> theirs = others.stream().map(RoutedIncident::ownFacts).toList();
    now(theirs.isEmpty() ? latest : MergedView.after(before, latest, theirs), at);
  }

  /** Another one goes on for it from here; what it keeps is its own. */
  void mergeInto(UUID other, Instant at) {
    mergedInto = other;
    now(MergedView.with(view, ownFacts()), at);
    kin = new Kin(null, List.of(), kin.splitOff(), kin.linked());
    staleProgram = null;
  }

  /** It stands on its own again; whom it names alone is helped here, as after a split. */
  void leave(RoutedIncident whole) {
    mergedInto = null;
    UUID older = splitFrom;
    splitFrom(whole);
    splitFrom = older == null ? splitFrom : older;
  }

  /** It is new, and part of another until now. */
  public void splitFrom(RoutedIncident old) {
    splitFrom = old.incident;
    old.kin =
        new Kin(
            old.kin.own(), old.kin.merged(), with(old.kin.splitOff(), incident), old.kin.linked());
  }

  /** What somebody consented to at the one it was split off holds here. */
  void takeConsents(RoutedIncident old, UUID person) {
    view = MergedView.withConsentsOf(view, old.view, person);
  }

  /** What was asked for up to this fact went with the help it was asked for. */
  void answered(long mark) {
    view = MergedView.answered(view, mark);
  }

  /** The two belong together, whichever of them said so. */
  public void link(RoutedIncident other) {
    linkedWith(with(kin.linked(), other.incident));
    other.linkedWith(with(other.kin.linked(), incident));
  }

  public void unlink(RoutedIncident other) {
    linkedWith(without(kin.linked(), other.incident));
    other.linkedWith(without(other.kin.linked(), incident));
  }

  private void linkedWith(List<UUID> others) {
    kin = new Kin(kin.own(), kin.merged(), kin.splitOff(), others);
  }

  /** Its view says which incidents it is linked with. */
  void linked(List<UUID> others) {
    if (!view.beside().equals(others)) {
      view = MergedView.linked(view, others);
    }
  }

  private static List<UUID> with(List<UUID> ids, UUID one) {
    return Stream.concat(ids.stream(), Stream.of(one)).distinct().toList();
  }

  private static List<UUID> without(List<UUID> ids, UUID one) {
    return ids.stream().filter(id -> !id.equals(one)).toList();
  }

  /** What its own source says of it, without what those it goes on for say. */
  IncidentFacts ownFacts() {
    IncidentFacts own = kin.own();
    return own == null ? view.facts() : own;
  }

  /** Whether neither another goes on for it nor it for another. */
  boolean standsAlone() {
    return mergedInto == null && kin.merged().isEmpty();
  }

  /** What it was merged into, as its source named it; null where it stands on its own. */
  public @Nullable UUID mergedInto() {
    return mergedInto;
  }

  @Nullable UUID splitFrom() {
    return splitFrom;
  }

  Kin kin() {
    return kin;
  }

  public UUID incident() {
    return incident;
  }

  /**
   * Keeps a weighing.
   *
   * @return whether it is news: it differs from the last one, and it is not the first word that
   *     nothing applies (most calls are not domestic, and nobody waits to hear that of each)
   */
  public boolean weighed(List<Verdict> latest) {
    boolean first =
        verdicts.all().isEmpty()
            && latest.stream().allMatch(v -> v.eligibility() == Eligibility.NOT_ELIGIBLE);
    if (first || latest.equals(verdicts.all())) {
      return false;
    }
    verdicts = new Listed<>(latest);
    return true;
  }

  /**
   * Keeps which live help was wanted by a fact that came too late.
   *
   * @param program null where there is none
   * @return whether that is news
   */
  public boolean stale(@Nullable String program) {
    boolean news = program != null && !program.equals(staleProgram);
    staleProgram = program;
    return news;
  }

  public @Nullable String staleProgram() {
    return staleProgram;
  }

  public long nextWeighing() {
    return ++weighings;
  }

  public long nextAdvisory() {
    return ++advisories;
  }

  public IncidentView view() {
    return view;
  }

  public String policeService() {
    return policeService;
  }
}
