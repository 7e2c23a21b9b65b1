package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.notification.Channel;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.GivenChannel;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/**
 * Replaces the channels a member of staff can be reached on, in the order they are tried. A number
 * that was there keeps how it was proven; nobody declares a new one verified without saying how.
 */
@ApplicationScoped
public class PutChannels {

  private final Workers workers;
  private final Contacts contacts;
  private final InstantSource clock;

  PutChannels(Workers workers, Contacts contacts, InstantSource clock) {
    this.workers = workers;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Replaces them.
   *
   * @param by the name of whoever says so
   * @throws Flaw where a number is called verified and nobody ever said how it was proven
   */
  @Transactional
  public void put(UUID staff, List<GivenChannel> given, String by) {
    WorkerRow worker = workers.lockedOrNew(staff);
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      channels.add(kept(staff, given.get(i), by, "/channels/" + i));
    }
    if (!given.isEmpty()) {
      // devices and an agency's system are added at doors of their own, and stay; but whoever
      // cannot be reached is reached by nothing
      channels.addAll(
          worker.worker().channels().stream()
              .filter(one -> one instanceof Channel.Push || one instanceof Channel.Webhook)
              .toList());
    }
    List<UUID> ids = new ArrayList<>();
    for (Channel channel : channels) {
      if (channel instanceof Channel.Outside outside) {
        ids.add(outside.id());
      }
    }
    if (given.isEmpty()) {
      contacts.forgetAll(staff);
    } else {
      contacts.keepOnly(staff, ids);
    }
    worker.reachableBy(channels);
  }

  private Channel kept(UUID staff, GivenChannel given, String by, String pointer) {
    if (given.kind() == GivenChannel.Kind.IN_APP) {
      return new Channel.InApp(given.verified());
    }
    String kind = given.code();
    String address = Objects.requireNonNull(given.address());
    Optional<Contacts.Kept> before = contacts.find(staff, kind, address);
    boolean proven = before.map(Contacts.Kept::proven).orElse(false) || given.proof() != null;
    if (given.verified() && !proven) {
      throw new Flaw(
          pointer + "/proof", "how it was proven: called-back, seen-in-person, employers-record");
    }
    UUID id = before.map(Contacts.Kept::id).orElseGet(() -> contacts.add(staff, kind, address));
    if (given.proof() != null) {
      contacts.proven(id, given.proof(), by, clock.instant());
    }
    return Channel.outside(kind, id, given.verified());
  }
}
