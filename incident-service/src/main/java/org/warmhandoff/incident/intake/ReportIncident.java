package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Report;

/** A source reports an incident as it happens. */
@ApplicationScoped
class ReportIncident {

  private final Registrar registrar;

  ReportIncident(Registrar registrar) {
    this.registrar = registrar;
  }

  /** Takes one report; when it returns, it is stored and will be told. */
  @Transactional
  public Receipt report(String policeService, Report report, @Nullable String key) {
    return registrar.take(registrar.source(policeService), report, key);
  }
}
