package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.OneColumn;

@ApplicationScoped
public class KnownIncidents implements PanacheRepositoryBase<KnownIncident, UUID> {

  /** Under its lock, so that one agency cannot be sent both sides of it at once. */
  public Optional<KnownIncident> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** These under their locks, taken in the order of their ids. */
  public Map<UUID, KnownIncident> lock(Collection<UUID> ids) {
    Map<UUID, KnownIncident> locked = new HashMap<>();
    ids.stream().sorted().forEach(id -> lock(id).ifPresent(one -> locked.put(id, one)));
    return locked;
  }

  /** The incident with all it is merged with; empty where it was not heard of. */
  public Optional<WholeIncident> whole(UUID id) {
    Optional<KnownIncident> known = findByIdOptional(id);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, KnownIncident> merged = new HashMap<>();
    list("id in ?1", merged(id)).forEach(one -> merged.put(one.id(), one));
    KnownIncident goesOn = known.get();
    for (UUID into = goesOn.mergedInto(); into != null; into = goesOn.mergedInto()) {
      goesOn = Objects.requireNonNull(merged.get(into));
    }
    merged.remove(goesOn.id());
    return Optional.of(new WholeIncident(goesOn, merged.values()));
  }

  /**
   * The same, with the one that goes on under its lock; it may have been merged into another while
   * that was waited for.
   */
  public Optional<WholeIncident> lockWhole(UUID id) {
    Optional<UUID> goesOn = goesOn(id);
    while (goesOn.isPresent()) {
      lock(goesOn.get());
      Optional<UUID> now = goesOn(id);
      if (now.equals(goesOn)) {
        return whole(id);
      }
      goesOn = now;
    }
    return Optional.empty();
  }

  /** Where somebody who is named there is a party: it, or what was split off it since. */
  public Optional<WholeIncident> lockWhole(UUID id, UUID person) {
    return lockWhole(id)
        .flatMap(
            whole ->
                whole.has(person)
                    ? Optional.of(whole)
                    : whole.splitOff().stream()
                        .sorted()
                        .flatMap(fresh -> lockWhole(fresh).stream())
                        .filter(fresh -> fresh.has(person))
                        .findFirst());
  }

  /** Every id the incident is merged with, itself too; read before anything is locked. */
  public List<UUID> merged(UUID id) {
    // Up and down the chain.
    return OneColumn.of(
            getEntityManager(),
            """
            with recursive kin (id) as (
              select cast(:id as uuid)
              union
              select v.id from kin k
                join known_incident i on i.id = k.id or i.merged_into = k.id
                cross join lateral (values (i.id), (i.merged_into)) as v (id)
              where v.id is not null)
            select i.id from known_incident i join kin k on k.id = i.id\
            """,
            "id",
            UUID.class)
        .setParameter("id", id)
        .getResultList();
  }

  private Optional<UUID> goesOn(UUID id) {
    // Read as an id: a row must not be loaded before it is locked.
    List<UUID> found =
        OneColumn.of(
                getEntityManager(),
                """
                with recursive way (id, into_id) as (
                  select id, merged_into from known_incident where id = :id
                  union
                  select i.id, i.merged_into from way w join known_incident i on i.id = w.into_id)
                select id from way where into_id is null\
                """,
                "id",
                UUID.class)
            .setParameter("id", id)
            .getResultList();
    return found.stream().findFirst();
  }

  /**
   * Where rows about an incident belong: with the incident where it is known, else with the police
   * service given, whose jurisdiction its other incidents tell.
   */
  public Place placeOf(UUID incident, String policeService) {
    return findByIdOptional(incident)
        .map(KnownIncident::place)
        .orElseGet(
            () ->
                new Place(
                    policeService,
                    find("policeService", policeService)
                        .firstResultOptional()
                        .map(known -> known.place().jurisdiction())
                        .orElse(""),
                    Mode.LIVE));
  }
}
