package org.warmhandoff.notification.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.Channel;
import org.warmhandoff.notification.OwnChannels;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** A member of staff says which of their own channels is tried first, or that one is not theirs. */
@ApplicationScoped
class OrderChannels {

  private final Workers workers;
  private final OwnChannels own;

  OrderChannels(Workers workers, OwnChannels own) {
    this.workers = workers;
    this.own = own;
  }

  /** What can be done with one. */
  enum Wish {
    /** Of those outside the app it is tried first. */
    FIRST,
    /** It is forgotten. */
    REMOVAL
  }

  /** Does it; what is not theirs is not there. */
  @Transactional
  public void order(UUID staff, UUID contact, Wish wish) {
    if (wish == Wish.REMOVAL) {
      own.forget(staff, contact);
      return;
    }
    WorkerRow worker = workers.lockedOrNew(staff);
    List<Channel> inside = new ArrayList<>();
    List<Channel> outside = new ArrayList<>();
    for (Channel channel : worker.worker().channels()) {
      switch (channel) {
        case Channel.InApp app -> inside.add(app);
        case Channel.Outside one when !one.id().equals(contact) -> outside.add(one);
        case Channel.Outside one -> outside.addFirst(one);
      }
    }
    inside.addAll(outside);
    worker.reachableBy(inside);
  }
}
