package org.warmhandoff.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;
import org.warmhandoff.notification.Desk.Claim;

/**
 * Takes crews, and brings everything in line with what happened to an assignment: its pages and
 * holds, its deadline, and what goes to telephones, all within one transaction.
 */
final class FollowUp {

  private final Desks desks;
  private final Instant now;
  private final @Nullable Instant causedAt;
  private final Set<UUID> opened = new HashSet<>();
  private @Nullable Claimed claimed;

  /**
   * Begins.
   *
   * @param causedAt wall-clock instant the triggering fact was stored; null where none is
   */
  FollowUp(Desks desks, Instant now, @Nullable Instant causedAt) {
    this.desks = desks;
    this.now = now;
    this.causedAt = causedAt;
  }

  /** Who was taken last. */
  private record Claimed(UUID assignment, boolean binding, List<Worker> crew) {

    boolean isFor(Assignment other) {
      return assignment.equals(other.id()) && binding == other.binds();
    }
  }

  /** This one was opened in this transaction: nothing is kept beside it yet. */
  void opened(Assignment assignment) {
    opened.add(assignment.id());
  }

  Claim claim(Assignment assignment, IncidentView view, Step.PageCrew page, boolean patient) {
    List<UUID> crew = page.crew().staff();
    Map<UUID, String> locked = patient ? desks.holds.lock(crew) : desks.holds.lockAtOnce(crew);
    if (!patient && locked.size() < crew.size()) {
      return Claim.IN_OTHER_HANDS;
    }
    if (!desks.holds.claim(assignment, view, crew, page.binding(), now)) {
      return Claim.GONE;
    }
    claimed = new Claimed(assignment.id(), page.binding(), desks.workers.locked(locked));
    return Claim.TAKEN;
  }

  /**
   * After these events.
   *
   * @param tell tells one of them
   */
  void follow(
      Assignment assignment,
      IncidentView view,
      List<AssignmentEvent> events,
      Consumer<AssignmentEvent> tell) {
    boolean first = isFirstPage(assignment, events);
    List<UUID> ended = first ? List.of() : desks.pages.follow(assignment, events, now);
    desks.deliveries.follow(assignment, events, ended.size(), now, desks.freshFor);
    Set<UUID> concerned = new HashSet<>(ended);
    concerned.addAll(assignment.occupied());
    for (AssignmentEvent event : events) {
      tell.accept(event);
      if (event instanceof SupervisorTold told) {
        concerned.add(told.supervisor());
        desks.deliveries.tell(
            assignment, told, view, desks.workers.named(List.of(told.supervisor())));
      }
      if (event instanceof WorkerPaged page) {
        concerned.addAll(page.staff());
        offer(assignment, page, view);
      }
    }
    desks.nudges.tell(concerned, view.policeService());
    if (!first) {
      desks.freed.tell(desks.holds.follow(assignment), now);
    }
    desks.deadlines.follow(assignment);
    if (assignment.late() && !(assignment.state() instanceof AssignmentState.Looking)) {
      desks.alerts.settleLate(assignment.id(), now);
    }
    if (assignment.state() instanceof AssignmentState.Held held) {
      desks.holds.sides(assignment, held, view);
    }
  }

  private void offer(Assignment assignment, WorkerPaged page, IncidentView view) {
    Instant offeredAt = desks.pages.offer(assignment, page, causedAt);
    Claimed taken = claimed;
    List<Worker> crew =
        taken != null && taken.assignment().equals(assignment.id())
            ? taken.crew()
            : desks.workers.named(page.staff());
    desks.deliveries.offer(assignment, page, view, crew, desks.freshFor);
    if (causedAt != null) {
      desks.pageClock.offered(causedAt, offeredAt);
    }
  }

  /**
   * Whether this is the page of what was opened a moment ago: then there is none before it, and the
   * hold of whoever was taken for it is as it should be.
   */
  private boolean isFirstPage(Assignment assignment, List<AssignmentEvent> events) {
    return events.size() == 1
        && events.getFirst() instanceof WorkerPaged
        && opened.remove(assignment.id())
        && claimed != null
        && claimed.isFor(assignment);
  }
}
