package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.SignedAttempt;

/** A source reports an incident as it happens. */
@ApplicationScoped
class ReportIncident {

  private final Registrar registrar;
  private final SignedAttempt attempt;

  ReportIncident(Registrar registrar, SignedAttempt attempt) {
    this.registrar = registrar;
    this.attempt = attempt;
  }

  /**
   * Takes one report; when it returns, it is stored and will be told.
   *
   * @throws org.warmhandoff.console.problem.Problem 409 where it is a copy of a signed post that
   *     was taken
   */
  @Transactional
  public Receipt report(String policeService, Report report, @Nullable String key) {
    attempt.claim();
    return registrar.take(registrar.source(policeService), report, key);
  }
}
