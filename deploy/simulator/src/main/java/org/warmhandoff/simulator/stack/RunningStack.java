package org.warmhandoff.simulator.stack;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.eventing.time.ClockFile;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;

/** A whole system that runs somewhere on this machine, with a clock that can be moved. */
public interface RunningStack extends AutoCloseable {

  /** The front door. */
  URI url();

  /** The business clock of all services. */
  ClockFile clock();

  /**
   * A client of the services' doors.
   *
   * @param direct past the front door where each service has a port of its own
   */
  Door door(boolean direct, Duration patience);

  /** Settings of a Kafka client that connects as this principal. */
  Map<String, Object> kafka(String principal);

  /** What {@code ./handoff trace} must be told to find this system, before the id. */
  List<String> whereItIs();

  /** Stops it in order. */
  @Override
  void close();

  /** Reads topics as the observer, from the beginning. */
  default Hearing hear(Collection<String> topics) {
    return new Hearing(kafka(Access.OBSERVER), topics);
  }

  /** Reads an agency's topic as that agency. */
  default Hearing hearAsAgency(String agency, String topic) {
    return new Hearing(kafka(Access.principalOf(agency)), List.of(topic));
  }

  /** Watches for quiet, once every group has its partitions, for those who wait all the time. */
  default Quiet quiet(Duration patience) {
    return quiet(patience, Quiet.SHORT_BREATH, Set.of());
  }

  /**
   * The same.
   *
   * @param breath between two looks: each costs the services some of their time
   * @param groups that must be among those that read: a broker that came back without its disk
   *     knows of none until they have joined again
   */
  default Quiet quiet(Duration patience, Duration breath, Set<String> groups) {
    Quiet quiet = new Quiet(Admin.create(kafka("admin")), door(true, patience), breath);
    long giveUp = System.nanoTime() + patience.toNanos();
    while (!quiet.takeUp() || !quiet.groups().containsAll(groups)) {
      if (System.nanoTime() > giveUp) {
        throw new Unreachable("not every service reads its topics");
      }
      Pause.REAL.waits(Duration.ofMillis(50));
    }
    return quiet;
  }
}
