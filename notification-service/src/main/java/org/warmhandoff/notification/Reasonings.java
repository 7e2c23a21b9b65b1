package org.warmhandoff.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The reasons of every decision, appended and never rewritten. */
@ApplicationScoped
public class Reasonings {

  private static final TypeReference<KeptReasons> REASONS = new TypeReference<>() {};

  private final EntityManager database;

  Reasonings(EntityManager database) {
    this.database = database;
  }

  /** Reasons with the wall-clock instant they were kept at. */
  public record Kept(Reasons reasons, Instant recordedAt) {}

  void keep(Reasons reasons, String policeService, String jurisdiction) {
    database
        // Anyone who asks later why nobody came gets the answer that held then.
        .createNativeQuery(
            "insert into reasoning (incident, assignment, decided_at, body, police_service,"
                + " jurisdiction) values (:incident, cast(nullif(:assignment, '') as uuid), :at,"
                + " cast(:body as json), :service, :jurisdiction)")
        .setParameter("incident", reasons.incident())
        .setParameter("assignment", Objects.toString(reasons.assignment(), ""))
        .setParameter("at", reasons.at())
        .setParameter("body", Json.write(KeptReasons.of(reasons), REASONS))
        .setParameter("service", policeService)
        .setParameter("jurisdiction", jurisdiction)
        .executeUpdate();
  }

  /** Records that somebody read the reasons in full. */
  public void recordReading(RoutedIncident incident, String by) {
    database
        // A reason that touches a party or a dyad says something about a person.
        .createNativeQuery(
            "insert into full_reading (incident, read_by, police_service, jurisdiction)"
                + " values (:incident, :by, :service, :jurisdiction)")
        .setParameter("incident", incident.incident())
        .setParameter("by", by)
        .setParameter("service", incident.policeService())
        .setParameter("jurisdiction", incident.view().jurisdiction())
        .executeUpdate();
  }

  /** Everything that was decided for an incident, in order. */
  @SuppressWarnings("unchecked")
  public List<Kept> of(UUID incident) {
    List<Object[]> rows =
        database
            // The walk of an incident, reason by reason.
            .createNativeQuery(
                "select cast(body as text), recorded_at from reasoning where incident = :incident"
                    + " order by id")
            .setParameter("incident", incident)
            .getResultList();
    return rows.stream()
        .map(row -> new Kept(Json.read((String) row[0], REASONS).reasons(), (Instant) row[1]))
        .toList();
  }
}
