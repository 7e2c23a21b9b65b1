package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.OneColumn;

/**
 * Incidents whose parties are known by other ids than was told of them. Whoever helped one side of
 * an earlier incident must be known as its helper when a later report joins it to another, and who
 * turns out to be staff must be kept out there too.
 */
@ApplicationScoped
public class IncidentsToTell {

  /** Help for an incident older than this has ended; its next report tells it all the same. */
  private static final Duration AS_LONG_AS = Duration.ofDays(180);

  private static final UUID NONE = new UUID(0, 0);

  /** Only what happened: nobody is paged for history or a drill. */
  private static final String NOTE =
      """
      insert into incident_to_tell (incident, police_service, jurisdiction)
      select distinct i.id, i.police_service, i.jurisdiction
      from party p join incident i on i.id = p.incident
      where p.present and p.person = any (cast(:persons as uuid[])) and i.mode = 'LIVE'
        and i.received_at > :since and i.id <> cast(:except as uuid)\
      """;

  /** The oldest; a process beside this one takes another. */
  private static final String NEXT =
      "select incident from incident_to_tell order by number limit 1 for update skip locked";

  /** Every reason there was until now; what another process holds it tells itself. */
  private static final String TOLD =
      """
      delete from incident_to_tell where number in (
        select number from incident_to_tell where incident = :incident for update skip locked)\
      """;

  private final EntityManager entities;

  IncidentsToTell(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The incidents of these persons are to be told anew.
   *
   * @param except the one that tells it anyway
   */
  public void note(Collection<UUID> persons, @Nullable UUID except, Instant now) {
    if (persons.isEmpty()) {
      return;
    }
    entities.flush();
    entities
        .createNativeQuery(NOTE)
        .setParameter("persons", PersonLinks.array(persons))
        .setParameter("since", now.minus(AS_LONG_AS))
        .setParameter("except", Objects.requireNonNullElse(except, NONE).toString())
        .executeUpdate();
  }

  /** The next one, held. */
  public Optional<UUID> next() {
    return OneColumn.of(entities, NEXT, "incident", UUID.class).getResultList().stream()
        .findFirst();
  }

  /** It is told by what is seen from now on. */
  public void told(UUID incident) {
    entities.createNativeQuery(TOLD).setParameter("incident", incident).executeUpdate();
  }
}
