package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.eventing.OneColumn;

/** The consent ledger's current state. */
@ApplicationScoped
public class Consents implements PanacheRepositoryBase<Consent, UUID> {

  /** The place of the next statement in the ledger. */
  public long nextNumber() {
    // Drawn before the row is written: what comes later replaces what came before.
    return OneColumn.of(
            getEntityManager(), "select nextval('consent_number')", "nextval", Long.class)
        .getSingleResult();
  }

  /**
   * The consent under its row's lock, on the primary: what is decided on it holds until commit,
   * since a withdrawal takes the same lock.
   */
  public Optional<Consent> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The release in force or run out but not yet replaced, under its lock: of each incident one. */
  public List<Consent> lockGiven(
      Collection<UUID> incidents, UUID person, String agency, Purpose purpose) {
    return find(
            "incident in ?1 and person = ?2 and agency = ?3 and purpose = ?4 and standing = ?5",
            incidents,
            person,
            agency,
            purpose,
            Standing.GIVEN)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Every statement of the person, each under its lock, in the order they were made. */
  public List<Consent> lockOf(UUID person) {
    return find("person = ?1 order by number", person)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** What was said for a person of incidents that are one, the last first. */
  public List<Consent> said(Collection<UUID> incidents, UUID person) {
    return list("incident in ?1 and person = ?2 order by number desc", incidents, person);
  }
}
