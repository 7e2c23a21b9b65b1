package org.warmhandoff.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The reasons of every decision, appended and never rewritten. */
@ApplicationScoped
public class Reasonings {

  private static final TypeReference<KeptReasons> REASONS = new TypeReference<>() {};

  private final EntityManager database;
  private final LineUps lineUps;

  Reasonings(EntityManager database, LineUps lineUps) {
    this.database = database;
    this.lineUps = lineUps;
  }

  /** Reasons with the wall-clock instant they were kept at. */
  public record Kept(Reasons reasons, Instant recordedAt) {}

  /** Keeps them, in their order. */
  void keep(List<Reasons> all, String policeService, String jurisdiction) {
    if (all.isEmpty()) {
      return;
    }
    KeptReasons.Finding lineUp = crews -> lineUps.of(crews, policeService, jurisdiction);
    database
        // Anyone who asks later why nobody came gets the answer that held then.
        .createNativeQuery(
            "insert into reasoning (incident, assignment, decided_at, body, police_service,"
                + " jurisdiction) select cast(incident as uuid), cast(assignment as uuid),"
                + " cast(decided_at as timestamptz), cast(body as json), :service, :jurisdiction"
                + " from unnest(cast(:incidents as text[]), cast(:assignments as text[]),"
                + " cast(:ats as text[]), cast(:bodies as text[])) with ordinality as one"
                + " (incident, assignment, decided_at, body, n) order by n")
        .setParameter("incidents", texts(all, one -> one.incident().toString()))
        .setParameter("assignments", texts(all, one -> Objects.toString(one.assignment(), null)))
        .setParameter("ats", texts(all, one -> one.at().toString()))
        .setParameter("bodies", texts(all, one -> Json.write(KeptReasons.of(one, lineUp), REASONS)))
        .setParameter("service", policeService)
        .setParameter("jurisdiction", jurisdiction)
        .executeUpdate();
  }

  private static @Nullable String[] texts(
      List<Reasons> all, Function<Reasons, @Nullable String> text) {
    return all.stream().map(text).toArray(String[]::new);
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
    List<KeptReasons> kept = rows.stream().map(row -> Json.read((String) row[0], REASONS)).toList();
    Map<UUID, LineUp> named =
        lineUps.of(kept.stream().flatMap(KeptReasons::lineUps).collect(Collectors.toSet()));
    return IntStream.range(0, rows.size())
        .mapToObj(at -> new Kept(kept.get(at).reasons(named), (Instant) rows.get(at)[1]))
        .toList();
  }
}
