package org.warmhandoff.notification.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.Channel;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.OwnChannel;
import org.warmhandoff.notification.OwnChannels;
import org.warmhandoff.notification.Proof;
import org.warmhandoff.notification.Trials;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** A member of staff enters the code that was sent: from then on they are called there, too. */
@ApplicationScoped
class EnterCode {

  private final Workers workers;
  private final OwnChannels own;
  private final Contacts contacts;
  private final Trials trials;
  private final InstantSource clock;

  EnterCode(
      Workers workers, OwnChannels own, Contacts contacts, Trials trials, InstantSource clock) {
    this.workers = workers;
    this.own = own;
    this.contacts = contacts;
    this.trials = trials;
    this.clock = clock;
  }

  /**
   * Compares it; a wrong one counts as a guess.
   *
   * @param by their own name
   */
  @Transactional
  public Trials.Entered enter(UUID staff, UUID contact, String code, String by) {
    WorkerRow worker = workers.lockedOrNew(staff);
    Trials.Entered entered = trials.enter(staff, contact, code);
    if (entered == Trials.Entered.RIGHT) {
      contacts.proven(contact, Proof.CODE_ENTERED, by, clock.instant());
      own.of(staff).stream()
          .filter(channel -> channel.id().equals(contact))
          .findFirst()
          .ifPresent(proven -> worker.reachableBy(with(worker, proven)));
    }
    return entered;
  }

  /** Where it stands already it keeps its place. */
  private static List<Channel> with(WorkerRow worker, OwnChannel proven) {
    Channel now = Channel.outside(proven.kind(), proven.id(), true);
    List<Channel> all = new ArrayList<>(worker.worker().channels());
    boolean there =
        all.removeIf(
            channel -> channel instanceof Channel.Outside old && old.id().equals(proven.id()));
    all.add(there ? Math.min(all.size(), place(worker, proven.id())) : all.size(), now);
    return all;
  }

  private static int place(WorkerRow worker, UUID id) {
    List<Channel> all = worker.worker().channels();
    for (int place = 0; place < all.size(); place++) {
      if (all.get(place) instanceof Channel.Outside outside && outside.id().equals(id)) {
        return place;
      }
    }
    return all.size();
  }
}
