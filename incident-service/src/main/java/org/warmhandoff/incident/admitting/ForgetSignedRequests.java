package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.SignedRequests;

/** Drops signed requests that are too old to be taken anyway. */
@ApplicationScoped
class ForgetSignedRequests {

  /** In one transaction. */
  static final int AT_ONCE = 5_000;

  private final SignedRequests taken;

  ForgetSignedRequests(SignedRequests taken) {
    this.taken = taken;
  }

  /** Drops some; whether there may be more. */
  @Transactional
  public boolean forget() {
    return taken.forget(AT_ONCE) == AT_ONCE;
  }
}
