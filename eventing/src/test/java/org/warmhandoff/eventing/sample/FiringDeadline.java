package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.warmhandoff.eventing.DueWork;

/** A deadline that fires in the very moment it is counted: no longer due, and its event told. */
@ApplicationScoped
public class FiringDeadline implements DueWork {

  private final TellSample tellSample;
  private final AtomicBoolean due = new AtomicBoolean();

  FiringDeadline(TellSample tellSample) {
    this.tellSample = tellSample;
  }

  /** The next count fires it. */
  public void fireWhenCounted() {
    due.set(true);
  }

  @Override
  public String name() {
    return "firing";
  }

  @Override
  public long due() {
    if (due.getAndSet(false)) {
      tellSample.tell(UUID.randomUUID());
    }
    return 0;
  }
}
