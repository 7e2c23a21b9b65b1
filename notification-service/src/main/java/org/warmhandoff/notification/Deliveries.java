package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentReassigned;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentStoodDown;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.PageDeclined;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;
import org.warmhandoff.contracts.Mode;

/**
 * Decides, within the transaction that offers or ends a page, what goes to telephones because of
 * it. What is not live never gets a row here; the sender asks once more.
 */
@ApplicationScoped
public class Deliveries {

  private static final UUID NOBODY = new UUID(0, 0);

  private final EntityManager database;
  private final DeliveryBell bell;

  Deliveries(EntityManager database, DeliveryBell bell) {
    this.database = database;
    this.bell = bell;
  }

  /**
   * Queues a page for the outside channels of whoever is paged, in their own order: the first at
   * once, each other one when the one before it fails or is not confirmed.
   *
   * @param freshFor how long after its fact live help may be called for
   */
  void offer(
      Assignment assignment,
      WorkerPaged page,
      IncidentView view,
      List<Worker> roster,
      Duration freshFor) {
    if (view.mode() != Mode.LIVE) {
      return;
    }
    Instant goodUntil = goodUntil(assignment, page, view, freshFor);
    Notice notice =
        Notice.of(
            Notice.Kind.PAGE,
            assignment,
            null,
            page.incident(),
            goodUntil(assignment, page, view, freshFor));
    roster.stream()
        .filter(worker -> page.staff().contains(worker.id()))
        .forEach(worker -> queue(notice, page.attempt(), worker));
  }

  /** Queues for a supervisor that help waits for their word. */
  void tell(Assignment assignment, SupervisorTold told, IncidentView view, List<Worker> roster) {
    if (view.mode() == Mode.LIVE) {
      Notice notice =
          Notice.of(Notice.Kind.TOLD, assignment, null, told.incident(), told.answerBy());
      roster.forEach(worker -> again(notice, worker));
    }
  }

  /**
   * Queues for the supervisor whose turn it is that an alert waits for their word.
   *
   * @param goodUntil when it is the next one's turn
   */
  public void alert(
      Alert alert,
      Assignment assignment,
      IncidentView view,
      List<Worker> roster,
      Instant goodUntil) {
    if (view.mode() == Mode.LIVE) {
      Notice notice =
          Notice.of(Notice.Kind.ALERT, assignment, alert.id(), alert.incident(), goodUntil);
      roster.forEach(worker -> again(notice, worker));
    }
  }

  private void again(Notice notice, Worker supervisor) {
    Number turns =
        (Number)
            database
                // Told again in the next round: that is another notice, and not the first one's
                // echo.
                .createNativeQuery(
                    "select coalesce(max(attempt), 0) from delivery where assignment = :assignment"
                        + " and staff = :staff and notice = :notice"
                        + " and about is not distinct from cast(:about as uuid)")
                .setParameter("assignment", notice.assignment())
                .setParameter("staff", supervisor.id())
                .setParameter("notice", Codes.of(notice.kind()))
                .setParameter("about", text(notice.about()))
                .getSingleResult();
    queue(notice, turns.intValue() + 1, supervisor);
  }

  private void queue(Notice notice, int attempt, Worker worker) {
    int place = 0;
    for (Channel channel : worker.channels()) {
      if (channel instanceof Channel.Outside outside && outside.verified()) {
        queue(notice, attempt, worker.id(), outside, place++);
      }
    }
    if (place > 0) {
      bell.ring();
    }
  }

  private static Instant goodUntil(
      Assignment assignment, WorkerPaged page, IncidentView view, Duration freshFor) {
    if (assignment.current().kind() != Program.Kind.LIVE_HELP) {
      return page.answerBy();
    }
    Optional<Instant> stale = view.timeOf(assignment.mark()).map(heard -> heard.plus(freshFor));
    return stale.filter(page.answerBy()::isAfter).orElse(page.answerBy());
  }

  private void queue(Notice notice, int attempt, UUID staff, Channel.Outside channel, int place) {
    database
        // It is sent because the page is committed, and not sent where it is not.
        .createNativeQuery(
            "insert into delivery (id, notice, assignment, attempt, staff, incident, about, channel,"
                + " kind, place, state, good_until, due_at, police_service, jurisdiction) values"
                + " (gen_random_uuid(), :notice, :assignment, :attempt, :staff, :incident,"
                + " cast(:about as uuid), :channel, :kind, :place, 'waiting', :until,"
                + " case when :place = 0 then clock_timestamp() end, :service, :jurisdiction)")
        .setParameter("notice", Codes.of(notice.kind()))
        .setParameter("assignment", notice.assignment())
        .setParameter("attempt", attempt)
        .setParameter("staff", staff)
        .setParameter("incident", notice.incident())
        .setParameter("about", text(notice.about()))
        .setParameter("channel", channel.id())
        .setParameter("kind", Channel.kind(channel))
        .setParameter("place", place)
        .setParameter("until", notice.goodUntil())
        .setParameter("service", notice.policeService())
        .setParameter("jurisdiction", notice.jurisdiction())
        .executeUpdate();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  /**
   * After pages ended: what was not sent of them is not sent any more, and whoever was reached, and
   * did not end it themselves, is told to stop, or that another one was first.
   *
   * @param ended how many pages ended now
   */
  void follow(
      Assignment assignment,
      List<AssignmentEvent> events,
      int ended,
      Instant now,
      Duration freshFor) {
    boolean calledOff = events.stream().anyMatch(Deliveries::callsOff);
    if (ended == 0 && !calledOff) {
      return;
    }
    database
        // Nobody is called for what is over.
        .createNativeQuery(
            "update delivery d set state = 'cancelled', ended_at = clock_timestamp()"
                + " where d.assignment = :assignment and d.notice = 'page'"
                + " and d.state in ('waiting', 'failed-for-now') and exists (select 1 from page p"
                + " where p.assignment = d.assignment and p.attempt = d.attempt"
                + " and p.staff = d.staff and p.ended_at is not null)")
        .setParameter("assignment", assignment.id())
        .executeUpdate();
    int stops =
        database
            // Who was reached outside hears there too that it is over: they may be on their way, or
            // reach for the telephone for what somebody else has.
            .createNativeQuery(
                "insert into delivery (id, notice, assignment, attempt, staff, incident, channel,"
                    + " kind, place, state, good_until, due_at, police_service, jurisdiction)"
                    + " select gen_random_uuid(), case when :taken and p.ending = 'withdrawn'"
                    + " then 'taken' else 'stop' end, d.assignment, d.attempt, d.staff,"
                    + " d.incident, d.channel, d.kind, 0, 'waiting', :until, clock_timestamp(),"
                    + " d.police_service, d.jurisdiction from delivery d join page p"
                    + " on p.assignment = d.assignment and p.attempt = d.attempt"
                    + " and p.staff = d.staff where d.assignment = :assignment"
                    + " and d.notice = 'page' and d.state in ('sending', 'sent', 'delivered')"
                    + " and d.staff <> :decliner and ((p.ended_at = :now and p.ending in"
                    + " ('stood-down', 'reassigned', 'withdrawn', 'declined')) or (:calledOff and"
                    + " p.ending = 'accepted' and p.attempt = :attempt)) on conflict do nothing")
            .setParameter("until", now.plus(freshFor))
            .setParameter("assignment", assignment.id())
            .setParameter("decliner", decliner(events))
            .setParameter("taken", events.stream().anyMatch(PageAccepted.class::isInstance))
            .setParameter("now", now)
            .setParameter("calledOff", calledOff)
            .setParameter("attempt", assignment.attempt())
            .executeUpdate();
    if (stops > 0) {
      bell.ring();
    }
  }

  private static boolean callsOff(AssignmentEvent event) {
    return event instanceof AssignmentStoodDown || event instanceof AssignmentReassigned;
  }

  private static UUID decliner(List<AssignmentEvent> events) {
    return events.stream()
        .filter(PageDeclined.class::isInstance)
        .map(event -> ((PageDeclined) event).staff())
        .findFirst()
        .orElse(NOBODY);
  }
}
