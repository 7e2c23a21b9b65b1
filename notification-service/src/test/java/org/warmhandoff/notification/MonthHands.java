package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.warmhandoff.console.problem.Problem;

/** What people do by hand in a simulated month: call off, pass on, take from the list. */
final class MonthHands {

  private static final Set<String> REFUSALS = Set.of("help-over", "page-over", "not-fit");

  private final MemoryDesk desk;
  private final Random random;
  private int taken;

  MonthHands(MemoryDesk desk, Random random) {
    this.desk = desk;
    this.random = random;
  }

  /** Somebody steps in, now and then where there is nothing left to do. */
  void stepIn(UUID id) {
    Assignment assignment = desk.assignment(id);
    IncidentView incident = desk.incident(assignment.incident());
    UUID worker = staff(1 + random.nextInt(MonthStaff.WORKERS));
    Intervention hand = new Intervention(desk);
    long before = assignment.version();
    // a refusal rolls a transaction back, and there is none here: nobody comes between
    BooleanSupplier meanwhile = desk.snatching(() -> false);
    try {
      switch (random.nextInt(3)) {
        case 0 -> hand.callOff(incident, assignment, "not-needed", staff(80));
        case 1 ->
            hand.reassign(
                incident,
                assignment,
                "worker-cannot",
                staff(80),
                random.nextBoolean() ? worker : null);
        default -> take(hand, incident, assignment, worker);
      }
    } catch (Problem refused) {
      assertTrue(REFUSALS.contains(refused.code()), refused.code());
      assertEquals(before, assignment.version(), "what is refused changes nothing");
    } finally {
      desk.snatching(meanwhile);
    }
  }

  /** Everyone looks at the list, and the first who could takes it. */
  void takeFromLists(List<Assignment> open) {
    BooleanSupplier meanwhile = desk.snatching(() -> false);
    for (Assignment assignment : open) {
      if (assignment.state() instanceof AssignmentState.Waiting && random.nextInt(3) == 0) {
        IncidentView incident = desk.incident(assignment.incident());
        for (int i = 1; i <= MonthStaff.WORKERS; i++) {
          Intervention hand = new Intervention(desk);
          if (hand.standing(incident, assignment, staff(i)) instanceof Standing.OnDuty duty
              && duty.free()) {
            take(hand, incident, assignment, staff(i));
            break;
          }
        }
      }
    }
    desk.snatching(meanwhile);
  }

  int taken() {
    return taken;
  }

  private void take(Intervention hand, IncidentView incident, Assignment assignment, UUID worker) {
    hand.take(incident, assignment, worker);
    assertTrue(
        assignment.state() instanceof AssignmentState.Held held && held.crew().contains(worker),
        "taken, and not theirs");
    taken++;
  }
}
