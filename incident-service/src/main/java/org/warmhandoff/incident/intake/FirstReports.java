package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.Upsert;
import org.warmhandoff.incident.Vault;

/** Reports of incidents nobody has heard of: the incident first, then its persons. */
@ApplicationScoped
class FirstReports {

  private final Incidents incidents;
  private final Casting casting;
  private final Vault vault;
  private final Consequences consequences;

  FirstReports(Incidents incidents, Casting casting, Vault vault, Consequences consequences) {
    this.incidents = incidents;
    this.casting = casting;
    this.vault = vault;
    this.consequences = consequences;
  }

  /**
   * Takes one within the caller's transaction.
   *
   * @return empty where the incident is known
   */
  Optional<Receipt> first(Post post, Instant now) {
    Report report = post.report();
    if (!(Upsert.decide(new IncidentState.Unheard(), report, post.content(), now)
        instanceof Upsert.Created created)) {
      return Optional.empty();
    }
    Incident incident = new Incident(post.source(), report.externalId(), created.next());
    incident.keep(vault.seal(incident.id(), report.kept()));
    Subject subject = incident.next(report.mode());
    if (!incidents.claim(incident)) {
      return Optional.empty();
    }
    Casting.Settled settled = casting.first(incident, report, now);
    if (!settled.cast().excludedStaff().isEmpty()) {
      incidents.keepOut(incident.id(), settled.cast().excludedStaff());
    }
    return Optional.of(consequences.of(incident, subject, created, settled, post, now));
  }
}
