package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.Sampled;

/** Tells whether messages that are due are sent. */
@ApplicationScoped
public class DueMessages implements Sampled {

  private final AgeMessages ageMessages;

  DueMessages(AgeMessages ageMessages) {
    this.ageMessages = ageMessages;
  }

  @Override
  public String name() {
    return "webhooks.due.seconds";
  }

  @Override
  public String what() {
    return "how long the oldest message has been due that could be sent";
  }

  @Override
  public double sample() {
    return ageMessages.oldestSeconds();
  }
}
