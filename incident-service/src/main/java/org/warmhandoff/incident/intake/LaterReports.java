package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Closing;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.Parties;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.SceneMove;
import org.warmhandoff.incident.Upsert;
import org.warmhandoff.incident.Vault;

/** Reports of incidents that are known, one at a time, each with its incident locked. */
@ApplicationScoped
class LaterReports {

  private final Incidents incidents;
  private final Parties parties;
  private final Casting casting;
  private final Belonging belonging;
  private final Vault vault;
  private final Consequences consequences;
  private final Closing closing;

  LaterReports(
      Incidents incidents,
      Parties parties,
      Casting casting,
      Belonging belonging,
      Vault vault,
      Consequences consequences,
      Closing closing) {
    this.incidents = incidents;
    this.parties = parties;
    this.casting = casting;
    this.belonging = belonging;
    this.vault = vault;
    this.consequences = consequences;
    this.closing = closing;
  }

  /**
   * Takes one within the caller's transaction; nothing is written where it is refused.
   *
   * @throws Problem 409 where a drill meets a real incident
   */
  Receipt again(Post post, Instant now) {
    Report report = post.report();
    Incident incident = incidents.lockedBy(post.source().code(), report.externalId()).orElseThrow();
    return switch (Upsert.decide(incident.state(), report, post.content(), now)) {
      case Upsert.Applied applied -> {
        IncidentFacts.Status before = incident.state().facts().status();
        boolean moving = belonging.isMoving(incident, report);
        incident.become(applied.next());
        incident.keep(kept(incident, report));
        Casting.Settled settled = casting.again(incident, report, now);
        incident.keepOut(settled.cast().excludedStaff());
        Subject subject = incident.next(report.mode());
        Receipt receipt =
            consequences.of(
                incident,
                subject,
                moving ? applied.goingOn(before) : applied,
                belonging.said(incident, report, settled),
                post,
                now);
        if (!moving) {
          closing.end(
              incident,
              SceneMove.closed(
                  incident.id(), before, incident.state(), incident.state().position().asOf()));
        }
        yield receipt;
      }
      case Upsert.Unchanged unchanged -> {
        incident.become(unchanged.next());
        yield Receipt.of(incident, Receipt.Outcome.UNCHANGED, Set.of());
      }
      case Upsert.Ignored ignored -> {
        closing.end(
            incident,
            SceneMove.closedBefore(
                incident.id(),
                report.facts().status(),
                incident.state(),
                report.position().receivedBy(now).asOf()));
        incidents.flag(incident, Set.of(IntakeFlag.IGNORED_OLDER), now);
        yield Receipt.of(incident, Receipt.Outcome.IGNORED, Set.of());
      }
      case Upsert.Conflicting conflicting ->
          throw Problem.conflict(
                  "drill-and-real", "One number cannot stand for a drill and for a real incident.")
              .at("/test");
    };
  }

  /** Nothing once a person it names was erased: the note would speak of that person again. */
  private byte @Nullable [] kept(Incident incident, Report report) {
    return report.kept() == null || parties.namesAnErasedPerson(incident.id())
        ? null
        : vault.seal(incident.id(), report.kept());
  }
}
