package org.warmhandoff.faults.plan;

import java.time.Duration;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.proxy.Proxy.Direction;
import org.warmhandoff.faults.weave.Point;

/** Something that goes wrong. */
public sealed interface Fault {

  /** As it is counted in the report. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /**
   * A program fails at a step of its own.
   *
   * @param nth at which pass from when it was armed
   */
  record AtPoint(Point point, String program, Action action, int nth, Duration pause)
      implements Fault {}

  /** kill -9. */
  record Kill(String program) implements Fault {}

  /** SIGSTOP, and SIGCONT after that long: a process that believes no time has passed. */
  record Stop(String program, Duration time) implements Fault {}

  /** Bytes of one direction between a service and a server do not arrive for that long. */
  record Partition(
      Server server, String service, Direction direction, Duration time, boolean cutAfter)
      implements Fault {}

  /** The database ends every connection of a service. */
  record CutDatabase(String database) implements Fault {}

  /** Every record ever written is gone; the broker comes back empty. */
  record LoseBrokerDisk() implements Fault {}

  /** Nothing more can be written for that long. */
  record FillDisk(Duration time) implements Fault {}

  /** Each forced write of the database takes longer by that much, for some time. */
  record SlowDisk(Duration delay, Duration time) implements Fault {}

  /** Business time jumps ahead. */
  record ClockJump(Duration ahead) implements Fault {}

  /** Members join and leave a service's groups. */
  record RebalanceStorm(String service, int members) implements Fault {}

  /** Records that nobody of ours wrote, or wrote so. */
  record Plant(Kind records, int count) implements Fault {}

  /** What stands behind a proxy. */
  enum Server {
    BROKER,
    DATABASE
  }

  /** What is planted. */
  enum Kind {
    /** The last records of a topic once more. */
    DUPLICATES,
    /** Records from a topic's past, newest first. */
    OLD_ONES,
    /** Bytes that are no event, under a key of their own. */
    POISON,
    /** As large as the broker takes, and no event. */
    OVERSIZED,
    /**
     * From the future: events of a type of a later release, and an incident of which the newest
     * state lies in front of the older ones.
     */
    LATER_TYPE
  }
}
