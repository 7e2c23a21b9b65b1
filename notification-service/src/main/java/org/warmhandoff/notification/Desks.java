package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Outbox;

/** Makes the desk of one transaction: the database, the outbox, and one instant for all of it. */
@ApplicationScoped
public class Desks {

  final EntityManager database;
  final Programs programs;
  final Rosters rosters;
  final Workers workers;
  final Assignments assignments;
  final Holds holds;
  final Freed freed;
  final Pages pages;
  final Deliveries deliveries;
  final Nudges nudges;
  final Deadlines deadlines;
  final Alerts alerts;
  final Reasonings reasonings;
  final Outbox outbox;
  final InstantSource clock;
  final PageClock pageClock;
  final Duration freshFor;

  Desks(
      EntityManager database,
      Programs programs,
      Rosters rosters,
      Workers workers,
      Assignments assignments,
      Holds holds,
      Freed freed,
      Pages pages,
      Deliveries deliveries,
      Nudges nudges,
      Deadlines deadlines,
      Alerts alerts,
      Reasonings reasonings,
      Outbox outbox,
      InstantSource clock,
      PageClock pageClock,
      @ConfigProperty(name = "handoff.live-help.fresh-for") Duration freshFor) {
    this.database = database;
    this.programs = programs;
    this.rosters = rosters;
    this.workers = workers;
    this.assignments = assignments;
    this.holds = holds;
    this.freed = freed;
    this.pages = pages;
    this.deliveries = deliveries;
    this.nudges = nudges;
    this.deadlines = deadlines;
    this.alerts = alerts;
    this.reasonings = reasonings;
    this.outbox = outbox;
    this.clock = clock;
    this.pageClock = pageClock;
    this.freshFor = freshFor;
  }

  /**
   * Decides within the present transaction. Rows are written once, when all is decided: whatever is
   * read on the way does not ask for what was changed on the way, and would have each of them
   * written again and again.
   *
   * @param incident locked
   * @param cause the fact that causes what follows; null for an answer or a deadline
   */
  public void decide(
      RoutedIncident incident, @Nullable Head cause, Consumer<Switchboard> decision) {
    FlushModeType before = database.getFlushMode();
    database.setFlushMode(FlushModeType.COMMIT);
    try {
      TransactionDesk desk = new TransactionDesk(this, incident, cause, false);
      decision.accept(new Switchboard(desk));
      desk.end();
    } finally {
      database.setFlushMode(before);
    }
  }

  /**
   * The switchboard for one incident within the present transaction.
   *
   * @param incident locked
   * @param cause the fact that causes what follows; null for an answer or a deadline
   */
  public Switchboard open(RoutedIncident incident, @Nullable Head cause) {
    return new Switchboard(new TransactionDesk(this, incident, cause, true));
  }

  /**
   * What somebody does by hand, within the present transaction.
   *
   * @param incident locked
   */
  public Intervention intervene(RoutedIncident incident) {
    return new Intervention(new TransactionDesk(this, incident, null, true));
  }

  /** Decides anew on an incident that took over the help of another: one of two goes on. */
  public void joined(RoutedIncident incident, Head cause) {
    Desk desk = new TransactionDesk(this, incident, cause, true);
    Doubles.standDown(desk, incident.view());
    new Switchboard(desk).heard(incident.view());
  }

  /** The desk itself, for what is no switchboard: whom an alert is told next. */
  Desk desk(RoutedIncident incident) {
    return new TransactionDesk(this, incident, null, true);
  }
}
