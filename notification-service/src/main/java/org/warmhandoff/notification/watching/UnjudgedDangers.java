package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.Sampled;

/** Tells whether supervisors judge in time what was told of danger. */
@ApplicationScoped
public class UnjudgedDangers implements Sampled {

  private final CountOverdue countOverdue;

  UnjudgedDangers(CountOverdue countOverdue) {
    this.countOverdue = countOverdue;
  }

  @Override
  public String name() {
    return "alerts.unjudged";
  }

  @Override
  public String what() {
    return "dangers no supervisor has judged within a day";
  }

  @Override
  public double sample() {
    return countOverdue.count();
  }
}
