package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.OneColumn;
import org.warmhandoff.referral.Gate.Disclosure;

@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {

  private static final String OPEN = "state in ('requested','accepted','in-progress','on-hold')";

  /** The agency's referral under its lock; empty for another agency's, as if it were not there. */
  public Optional<Referral> lock(UUID id, String agency) {
    return find("id = ?1 and agency = ?2", id, agency)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The referral a consent opened, under its lock. */
  public Optional<Referral> lockByConsent(UUID consent) {
    return find("consent", consent).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** The consent an agency's referral rests on, read without loading the referral. */
  public Optional<UUID> consentOf(UUID id, String agency) {
    return getEntityManager()
        .createQuery(
            "select r.consent from Referral r where r.id = :id and r.agency = :agency", UUID.class)
        .setParameter("id", id)
        .setParameter("agency", agency)
        .getResultStream()
        .findFirst();
  }

  public boolean isOpened(UUID consent) {
    return count("consent", consent) > 0;
  }

  public Optional<Referral> ofAgency(UUID id, String agency) {
    return find("id = ?1 and agency = ?2", id, agency).firstResultOptional();
  }

  /** The agency's referrals that are not over, what waits longest first. */
  public List<Referral> open(String agency) {
    return list("agency = ?1 and " + OPEN + " order by openedAt, id", agency);
  }

  /** What is open of the incident, each under its lock. */
  public List<Referral> lockOpenAt(UUID incident) {
    return find("incident = ?1 and " + OPEN + " order by id", incident)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Whether the agency works with the person for this purpose already, and still may. */
  public boolean isOpenFor(Collection<UUID> incidents, Disclosure disclosure, Instant now) {
    return count(
            "incident in ?1 and person = ?2 and agency = ?3 and purpose = ?4 and expiresAt > ?5 and "
                + OPEN,
            incidents,
            disclosure.person(),
            disclosure.agency(),
            disclosure.purpose(),
            now)
        > 0;
  }

  /** Which sides of the incidents, which are one, agencies were sent. */
  public List<IncidentView.Served> served(Collection<UUID> incidents) {
    return getEntityManager()
        .createQuery(
            "select distinct r.agency, r.side from Referral r where r.incident in :incidents",
            IncidentView.Served.class)
        .setParameter("incidents", incidents)
        .getResultList();
  }

  /**
   * Of these, the ones a consent covers now: given, not expired, of a person not erased, to an
   * agency that is active.
   */
  public List<UUID> covered(Collection<UUID> ids, Instant now) {
    return OneColumn.of(
            getEntityManager(),
            """
            select r.id from referral r join consent c on c.id = r.consent
              join agency a on a.code = r.agency and a.active
            where r.id in (:ids) and c.standing = 'GIVEN' and c.expires_at > :now
              and r.expires_at > :now
              and not exists (select 1 from erased_person e where e.person = r.person)\
            """,
            "id",
            UUID.class)
        .setParameter("ids", ids)
        .setParameter("now", now)
        .getResultList();
  }

  /** Live referrals their agency has not answered in time, the latest first. */
  public List<Referral> unanswered(Instant now, int limit) {
    return find(
            "state = 'requested' and answerBy < ?1 and mode = ?2 order by answerBy desc",
            now,
            Mode.LIVE)
        .page(0, limit)
        .list();
  }
}
