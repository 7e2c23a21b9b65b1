package org.warmhandoff.referral.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;

/** Adds an agency, or replaces what is known of one. */
@ApplicationScoped
class DescribeAgency {

  private final Agencies agencies;
  private final InstantSource clock;

  DescribeAgency(Agencies agencies, InstantSource clock) {
    this.agencies = agencies;
    this.clock = clock;
  }

  @Transactional
  public void describe(
      String code,
      String name,
      Set<Purpose> purposes,
      Set<Audience> serves,
      Duration answerWithin,
      boolean active) {
    Instant now = clock.instant();
    Agency agency = agencies.findByIdOptional(code).orElseGet(() -> new Agency(code, now));
    agency.describe(name, purposes, serves, answerWithin, active, now);
    agencies.persist(agency);
  }
}
