package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.SignedAttempt;

/**
 * Writes down that the signed request being answered was taken, where that was not done with it.
 */
@ApplicationScoped
class ClaimSignedRequest {

  private final SignedAttempt attempt;

  ClaimSignedRequest(SignedAttempt attempt) {
    this.attempt = attempt;
  }

  /** Now that it was answered. */
  @Transactional
  public void claim() {
    attempt.claim();
  }
}
