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
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;
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
  private List<Verdict> verdicts = List.of();

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
      verdicts = List.of();
      mode = latest.mode();
    }
    view = latest;
    changedAt = at;
  }

  /**
   * Keeps a weighing.
   *
   * @return whether it is news: it differs from the last one, and it is not the first word that
   *     nothing applies (most calls are not domestic, and nobody waits to hear that of each)
   */
  public boolean weighed(List<Verdict> latest) {
    boolean first =
        verdicts.isEmpty()
            && latest.stream().allMatch(v -> v.eligibility() == Eligibility.NOT_ELIGIBLE);
    if (first || latest.equals(verdicts)) {
      return false;
    }
    verdicts = List.copyOf(latest);
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
