package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.PersonEvent.PersonRegistered;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Duplicates;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.Upsert;

/** What follows from a report whose facts count now: it is told, and what was odd is kept. */
@ApplicationScoped
class Consequences {

  private final Incidents incidents;
  private final Duplicates duplicates;
  private final Outbox outbox;

  Consequences(Incidents incidents, Duplicates duplicates, Outbox outbox) {
    this.incidents = incidents;
    this.duplicates = duplicates;
    this.outbox = outbox;
  }

  /** What was odd about a report, its codes and its persons. */
  static Set<IntakeFlag> flags(Upsert.Applied applied, Post post, Casting.Settled settled) {
    Set<IntakeFlag> flags = EnumSet.noneOf(IntakeFlag.class);
    flags.addAll(applied.flags());
    flags.addAll(post.odd());
    flags.addAll(settled.flags());
    return flags;
  }

  /** Tells one incident, then its newcomers, then who was recognised. */
  Receipt of(
      Incident incident,
      Subject subject,
      Upsert.Applied applied,
      Casting.Settled settled,
      Post post,
      Instant now) {
    Receipt.Outcome outcome =
        switch (applied) {
          case Upsert.Created created -> Receipt.Outcome.CREATED;
          case Upsert.Updated updated -> Receipt.Outcome.UPDATED;
        };
    Set<IntakeFlag> flags = flags(applied, post, settled);
    incidents.flag(incident, flags, now);
    UUID told = outbox.tell(subject, applied.event(incident.id(), incident.zone(), settled.cast()));
    for (Subject newcomer : settled.newcomers()) {
      outbox.tell(newcomer.causedBy(told), new PersonRegistered(newcomer.id()));
    }
    settled.recognised().forEach(link -> outbox.tell(link.subject().causedBy(told), link.event()));
    duplicates.look(incident, post.report(), now);
    return Receipt.of(incident, outcome, flags);
  }
}
