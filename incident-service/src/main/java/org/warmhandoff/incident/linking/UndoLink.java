package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.IncidentsToTell;
import org.warmhandoff.incident.PersonLink;
import org.warmhandoff.incident.PersonLink.Act;
import org.warmhandoff.incident.PersonLinks;
import org.warmhandoff.incident.Persons;

/** Somebody looked, and says that two persons who are linked are two. */
@ApplicationScoped
class UndoLink {

  private final Persons persons;
  private final PersonLinks links;
  private final IncidentsToTell toTell;
  private final Outbox outbox;
  private final InstantSource clock;

  UndoLink(
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
   * Undoes the link of these two for good: only a human links them again. Undoing it again changes
   * nothing.
   *
   * @param because code of the reason
   * @param by account name
   * @throws Problem 404 where they are not linked to each other directly
   */
  @Transactional
  public void undo(UUID one, UUID other, String because, String by) {
    Pair pair = Pair.locked(persons, links, one, other);
    Set<UUID> group = links.group(one);
    PersonLink link =
        links
            .of(pair.one().id(), pair.other().id())
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "not-linked", "These two are not linked to each other directly."));
    Instant now = clock.instant();
    links
        .undo(link, because, true, Mode.LIVE, new Act(by, now, null))
        .ifPresent(
            told -> {
              outbox.tell(told.subject(), told.event());
              toTell.note(group, null, now);
            });
  }
}
