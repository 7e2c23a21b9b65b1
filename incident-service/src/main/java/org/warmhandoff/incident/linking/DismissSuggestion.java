package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.PersonLink.Act;
import org.warmhandoff.incident.PersonLink.Key;
import org.warmhandoff.incident.PersonLinks;

/** Somebody looked, and says that a suggested pair is two. */
@ApplicationScoped
class DismissSuggestion {

  private final PersonLinks links;
  private final InstantSource clock;

  DismissSuggestion(PersonLinks links, InstantSource clock) {
    this.links = links;
    this.clock = clock;
  }

  /**
   * Closes it; the pair is not suggested again.
   *
   * @throws Problem 404 where no such suggestion is open
   */
  @Transactional
  public void dismiss(UUID one, UUID other, String by) {
    if (!links.decide(Key.of(one, other), "dismissed", new Act(by, clock.instant(), null))) {
      throw Problem.notFound("no-such-suggestion", "There is no such open suggestion.");
    }
  }
}
