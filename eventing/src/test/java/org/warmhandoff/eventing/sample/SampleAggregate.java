package org.warmhandoff.eventing.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** An aggregate that numbers its events. */
@Entity(name = "sample_aggregate")
public class SampleAggregate {

  @Id private UUID id;
  private long version;

  protected SampleAggregate() {}

  public SampleAggregate(UUID id) {
    this.id = id;
  }

  /** One event later. */
  public long next() {
    return ++version;
  }
}
