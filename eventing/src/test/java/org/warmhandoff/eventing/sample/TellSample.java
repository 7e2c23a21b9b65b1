package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;

/** A use case: locks its aggregate, changes it, tells. */
@ApplicationScoped
public class TellSample {

  private final EntityManager entities;
  private final Outbox outbox;

  TellSample(EntityManager entities, Outbox outbox) {
    this.entities = entities;
    this.outbox = outbox;
  }

  /** Tells one more event of the aggregate. */
  @Transactional
  public long tell(UUID aggregate) {
    SampleAggregate sample =
        entities.find(SampleAggregate.class, aggregate, LockModeType.PESSIMISTIC_WRITE);
    if (sample == null) {
      sample = new SampleAggregate(aggregate);
      entities.persist(sample);
    }
    long version = sample.next();
    outbox.tell(
        Subject.ofIncident(aggregate, version, "windsor", "CA-ON", Mode.LIVE),
        new IncidentEvent.OfficersCleared(aggregate, aggregate, Instant.EPOCH));
    return version;
  }
}
