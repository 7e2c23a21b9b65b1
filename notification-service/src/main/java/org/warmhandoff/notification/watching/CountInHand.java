package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.InHand;

/** Counts how many calls everyone has in hand. */
@ApplicationScoped
class CountInHand {

  private final InHand inHand;

  CountInHand(InHand inHand) {
    this.inHand = inHand;
  }

  @Transactional
  public void count() {
    inHand.count();
  }
}
