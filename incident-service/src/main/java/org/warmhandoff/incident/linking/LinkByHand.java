package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent.LinkReason;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.IncidentsToTell;
import org.warmhandoff.incident.PersonLink.Act;
import org.warmhandoff.incident.PersonLinks;
import org.warmhandoff.incident.Persons;

/** Somebody looked, and says that two persons are one. */
@ApplicationScoped
class LinkByHand {

  private final Persons persons;
  private final PersonLinks links;
  private final IncidentsToTell toTell;
  private final Outbox outbox;
  private final InstantSource clock;

  LinkByHand(
      Persons persons,
      PersonLinks links,
      IncidentsToTell toTell,
      Outbox outbox,
      InstantSource clock) {
    this.persons = persons;
    this.links = links;
    this.toTell = toTell;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Links them; who is linked already stays so.
   *
   * @param by account name
   * @throws Problem 404 for nobody, 409 where the two cannot be one, 410 where one was erased
   */
  @Transactional
  public void link(UUID one, UUID other, String by) {
    Pair pair = Pair.locked(persons, links, one, other);
    if (pair.one().isErased() || pair.other().isErased()) {
      throw Problem.gone("erased", "This person's data was erased.");
    }
    if (!pair.one().policeService().equals(pair.other().policeService())) {
      throw Problem.conflict("another-police-service", "These are persons of two police services.");
    }
    Set<UUID> group = links.group(one);
    if (group.contains(other)) {
      return;
    }
    Set<UUID> others = links.group(other);
    if (links.met(group, others)) {
      throw Problem.conflict(
          "two-of-one-incident",
          "They, or persons linked to them, are two parties of one incident.");
    }
    Instant now = clock.instant();
    links
        .link(one, other, LinkReason.BY_HAND, Mode.LIVE, new Act(by, now, null))
        .ifPresent(told -> outbox.tell(told.subject(), told.event()));
    toTell.note(group, null, now);
    toTell.note(others, null, now);
  }
}
