package org.warmhandoff.notification.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Channel;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.Device;
import org.warmhandoff.notification.Proof;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** A member of staff is called on the device they are logged in on. */
@ApplicationScoped
class AddDevice {

  private static final int MOST = 10;

  private final Workers workers;
  private final Contacts contacts;
  private final InstantSource clock;

  AddDevice(Workers workers, Contacts contacts, InstantSource clock) {
    this.workers = workers;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Adds it, after those outside the app that are there; one that is there already keeps its place.
   *
   * @param by their own name
   * @throws Problem 409 where they have ten channels already
   */
  @Transactional
  public void add(UUID staff, Device device, String by) {
    WorkerRow worker = workers.lockedOrNew(staff);
    if (contacts.find(staff, "push", device.kept()).isPresent()) {
      return;
    }
    List<Channel> all = new ArrayList<>(worker.worker().channels());
    if (all.size() >= MOST) {
      throw Problem.conflict("enough-channels", "Ten are enough. Have one forgotten first.");
    }
    UUID id = contacts.add(staff, "push", device.kept());
    contacts.proven(id, Proof.OWN_DEVICE, by, clock.instant());
    all.add(new Channel.Push(id, true));
    worker.reachableBy(all);
  }
}
