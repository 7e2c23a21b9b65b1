package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.contracts.IncidentEvent;

/** The incidents. What changes one locks it first, so that its events are numbered in one order. */
@ApplicationScoped
public class Incidents implements PanacheRepositoryBase<Incident, UUID> {

  /** Lock not available is told then, and the post at fault is taken by itself. */
  private static final Statement WAIT_BRIEFLY =
      new Statement("select set_config('lock_timeout', '1s', true)");

  private final IncidentInsert insert;
  private final FlagInsert flags;
  private final DataSource database;

  Incidents(IncidentInsert insert, FlagInsert flags, DataSource database) {
    this.insert = insert;
    this.flags = flags;
    this.database = database;
  }

  /**
   * Stores an incident heard of for the first time, unless another post was faster; that one's
   * commit is waited for.
   *
   * @return whether this one is the first
   */
  public boolean claim(Incident first) {
    return !claimAll(List.of(first)).isEmpty();
  }

  /**
   * The same for many at once.
   *
   * @param firsts each under another number, in the order of their numbers, so that two who store
   *     many never wait for each other in a circle
   * @return the ids of those that are the first
   */
  public Set<UUID> claimAll(List<Incident> firsts) {
    return firsts.isEmpty() ? Set.of() : insert.unlessKnown(getEntityManager(), firsts);
  }

  /**
   * From here to the end of the transaction, a lock is waited for only so long: whoever holds many
   * posts must not let them all wait for one incident.
   */
  public void waitBriefly() {
    WAIT_BRIEFLY.rows(database, row -> row.getString(1));
  }

  /** Keeps members of staff out of an incident that was claimed a moment ago. */
  public void keepOut(UUID incident, List<UUID> excluded) {
    update("excludedStaff = ?1 where id = ?2", excluded.toArray(UUID[]::new), incident);
  }

  /** The incident a source knows by this number, locked. */
  public Optional<Incident> lockedBy(String policeService, String externalId) {
    return find("policeService = ?1 and externalId = ?2", policeService, externalId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** An incident of this police service, locked; another's is not there. */
  public Optional<Incident> lockedOf(String policeService, UUID id) {
    return find("policeService = ?1 and id = ?2", policeService, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** These, locked in the order in which a group of reports is: by their sources' numbers. */
  public List<Incident> locked(Collection<UUID> ids) {
    return lockedInOrder("id in (:these)", ids);
  }

  /** Every incident that ever named one of these persons, locked in the same order. */
  public List<Incident> lockedNaming(Collection<UUID> persons) {
    return lockedInOrder(
        "id in (select incident from PartyEntry where person in (:these))", persons);
  }

  /** In Java's order, which is the same wherever the database runs. */
  private List<Incident> lockedInOrder(String which, Collection<UUID> these) {
    record Number(UUID id, String policeService, String externalId) {}
    return getEntityManager()
        .createQuery(
            "select id, policeService, externalId from Incident where " + which, Object[].class)
        .setParameter("these", these)
        .getResultStream()
        .map(row -> new Number((UUID) row[0], (String) row[1], (String) row[2]))
        .sorted(Comparator.comparing(Number::policeService).thenComparing(Number::externalId))
        .map(number -> findById(number.id(), LockModeType.PESSIMISTIC_WRITE))
        .filter(Objects::nonNull)
        .toList();
  }

  public Optional<Incident> of(String policeService, UUID id) {
    return find("policeService = ?1 and id = ?2", policeService, id).firstResultOptional();
  }

  public Optional<Incident> of(String policeService, String externalId) {
    return find("policeService = ?1 and externalId = ?2", policeService, externalId)
        .firstResultOptional();
  }

  /** The open domestic incidents of a police service, newest first; a drill is shown as one. */
  public List<Incident> open(String policeService, int page, int size) {
    return find(
            "policeService = ?1 and status = ACTIVE and domestic <> NO and mode <> HISTORY"
                + " and mergedInto is null"
                + " order by receivedAt desc, id",
            policeService)
        .page(Page.of(page, size))
        .list();
  }

  /** Keeps what an officer said. */
  public void record(Incident incident, IncidentEvent event) {
    getEntityManager().persist(SceneFact.of(incident, event));
  }

  /** Keeps a word of an officer's beside the scene itself. */
  public void record(Incident incident, UUID saidBy, Instant saidAt, Saying saying) {
    getEntityManager().persist(SceneFact.of(incident, saidBy, saidAt, saying));
  }

  /** Keeps that a risk screen was filled in. */
  public void recordScreen(Incident incident, UUID saidBy, Instant saidAt, String tool) {
    getEntityManager().persist(SceneFact.screened(incident, saidBy, saidAt, tool));
  }

  /** What officers said, in the order it was stored. */
  public List<SceneFact> said(UUID incident) {
    return getEntityManager()
        .createQuery("from SceneFact where incident = :incident order by id", SceneFact.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  /** Keeps what was odd about a report. */
  public void flag(Incident incident, Collection<IntakeFlag> flags, Instant at) {
    for (IntakeFlag flag : flags) {
      getEntityManager().persist(new FlaggedReport(incident, flag, at));
    }
  }

  /** The same for many first reports at once. */
  public void flagAll(Map<Incident, Set<IntakeFlag>> odd, Instant at) {
    flags.insert(getEntityManager(), odd, at);
  }

  /** What was odd about an incident's reports, in order. */
  public List<FlaggedReport> flags(UUID incident) {
    return getEntityManager()
        .createQuery(
            "from FlaggedReport where incident = :incident order by id", FlaggedReport.class)
        .setParameter("incident", incident)
        .getResultList();
  }
}
