package org.warmhandoff.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/**
 * One statement in the consent ledger as the gate sees it.
 *
 * @param number place in the ledger; a later statement about the same release replaces an earlier
 * @param policeService code of the police service whose officer took it; null where a worker did
 * @param validFrom first instant it holds
 * @param expiresAt first instant it holds no more
 */
public record ConsentView(
    UUID id,
    long number,
    UUID incident,
    UUID person,
    String agency,
    Purpose purpose,
    Set<DataCategory> categories,
    Standing standing,
    Form form,
    @Nullable String policeService,
    Instant validFrom,
    Instant expiresAt) {

  public ConsentView {
    categories = Set.copyOf(categories);
  }

  /** The same about the incident its own was merged into, or split into: it follows the person. */
  public ConsentView at(UUID other) {
    return new ConsentView(
        id,
        number,
        other,
        person,
        agency,
        purpose,
        categories,
        standing,
        form,
        policeService,
        validFrom,
        expiresAt);
  }

  /** Whether this is a statement about that release: this incident's person, agency, purpose. */
  boolean isAbout(UUID incident, UUID person, String agency, Purpose purpose) {
    return this.incident.equals(incident)
        && this.person.equals(person)
        && this.agency.equals(agency)
        && this.purpose == purpose;
  }
}
