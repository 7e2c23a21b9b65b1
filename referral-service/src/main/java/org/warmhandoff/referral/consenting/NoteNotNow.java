package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.warmhandoff.referral.ConsentEntries;
import org.warmhandoff.referral.ConsentEntry;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.Statement;
import org.warmhandoff.referral.Statement.Taker;

/** Keeps that it was asked, and that neither yes nor no was said: it may be asked again. */
@ApplicationScoped
class NoteNotNow {

  private final Takedown takedown;
  private final ConsentEntries entries;
  private final InstantSource clock;

  NoteNotNow(Takedown takedown, ConsentEntries entries, InstantSource clock) {
    this.takedown = takedown;
    this.entries = entries;
    this.clock = clock;
  }

  @Transactional
  public void note(ConsentRequest request, Taker taker) {
    Place place = takedown.place(request, taker);
    Statement asked = takedown.statement(request, taker);
    entries.persist(ConsentEntry.notNow(asked, place, clock.instant()));
  }
}
