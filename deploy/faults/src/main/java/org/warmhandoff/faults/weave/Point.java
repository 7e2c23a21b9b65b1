package org.warmhandoff.faults.weave;

import static org.warmhandoff.faults.weave.Point.Where.ENTER;
import static org.warmhandoff.faults.weave.Point.Where.EXIT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.simulator.stack.Services;

/**
 * The steps at which a program can be made to fail: before and after each thing that must not be
 * lost or done twice. What lies between two neighbours is what a crash can tear apart.
 */
public enum Point {
  INTAKE_BEGUN("incident/intake/ReportIncident", "take", ENTER),
  INTAKE_WORKED("incident/intake/ReportIncident", "take", EXIT),
  INTAKE_COMMITTED("incident/intake/IncidentResource", "report", EXIT),
  SCENE_COMMITTED("incident/scene/SceneResource", "want", EXIT),
  VAULT_READ("incident/vault/ReadPerson", "read", EXIT),
  VAULT_COMMITTED("incident/vault/PersonResource", "read", EXIT),

  OUTBOX_TELLING("eventing/outbox/TableOutbox", "store", ENTER),
  OUTBOX_TOLD("eventing/outbox/TableOutbox", "store", EXIT),
  OUTBOX_COMMITTED("eventing/outbox/TableOutbox$RingOnCommit", "afterCompletion", ENTER),

  RELAY_LED("eventing/outbox/RelayDatabase", "takeOver", EXIT),
  RELAY_LOOKED("eventing/outbox/RelayDatabase", "news", EXIT),
  RELAY_SENDING("eventing/outbox/Sender", "send", ENTER),
  RELAY_SENT("eventing/outbox/Sender", "send", EXIT),
  RELAY_ACKNOWLEDGED("eventing/outbox/RelayDatabase", "move", ENTER),
  RELAY_MOVED("eventing/outbox/RelayDatabase", "move", EXIT),

  INBOX_RECEIVED("eventing/inbox/BatchInbox", "take", ENTER),
  INBOX_CLAIMED("eventing/inbox/Claims", "claim", EXIT),
  INBOX_HANDLING("eventing/inbox/Taking", "handedTo", ENTER),
  INBOX_HANDLED("eventing/inbox/Taking", "handedTo", EXIT),
  INBOX_ADVANCING("eventing/inbox/Claims", "advance", ENTER),
  INBOX_COMMITTED("eventing/inbox/Transactions", "run", EXIT),
  INBOX_TAKEN("eventing/inbox/BatchInbox", "take", EXIT),
  INBOX_ACKNOWLEDGING("eventing/inbox/CommitUntilHeld$Committing", "handle", ENTER),

  ROUTING_DECIDED("notification/routing/RouteIncident", "hear", EXIT),
  DEADLINE_TAKEN("notification/Deadlines", "take", EXIT),
  DEADLINE_WORKED("notification/watching/FireDeadline", "next", EXIT),
  DEADLINE_COMMITTED("notification/watching/DeadlineClerk", "fire", EXIT),
  PAGE_OFFERING("notification/Pages", "offer", ENTER),
  PAGE_OFFERED("notification/Pages", "offer", EXIT),
  ANSWER_WORKED("notification/answering/AnswerAssignment", "answer", EXIT),
  ANSWER_COMMITTED("notification/answering/PageResource", "accept", EXIT),

  CONSENT_WORKED("referral/consenting/RecordConsent", "record", EXIT),
  CONSENT_COMMITTED("referral/consenting/ConsentResource", "record", EXIT),
  WITHDRAWAL_WORKED("referral/consenting/WithdrawConsent", "withdraw", EXIT),
  WITHDRAWAL_COMMITTED("referral/consenting/ConsentResource", "withdraw", EXIT),
  GATE_PASSED("referral/referring/OpenReferral", "send", ENTER),
  REFERRAL_WORKED("referral/referring/OpenReferral", "open", EXIT),
  DISCLOSURE_REGISTERED("referral/disclosing/RegisterRead", "register", EXIT),
  DISCLOSURE_ASKING("referral/disclosing/ReadContent", "ask", ENTER),
  DISCLOSURE_ANSWERED("referral/disclosing/ReadContent", "read", EXIT),

  FACTS_STORING("analytics/gathering/FactSql", "run", ENTER);

  /** Before the method's first, or before its return. */
  public enum Where {
    ENTER,
    EXIT
  }

  private final String type;
  private final String method;
  private final Where where;

  Point(String type, String method, Where where) {
    this.type = "org/warmhandoff/" + type;
    this.method = method;
    this.where = where;
  }

  /** As it is written down: {@code relay.sent}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The point that is written down so. */
  public static Optional<Point> of(String code) {
    return Arrays.stream(values()).filter(point -> point.code().equals(code)).findFirst();
  }

  /** Whether a program comes by here when it starts, and seldom after. */
  public boolean isAtTheStart() {
    return this == RELAY_LED;
  }

  /** The class it stands in, as class files name it. */
  public String type() {
    return type;
  }

  String method() {
    return method;
  }

  Where where() {
    return where;
  }

  /** Whether a fault may be an error thrown: on an event loop it would be the framework's own. */
  public boolean takes(Action action) {
    boolean outsideOurOwn =
        this == INBOX_ACKNOWLEDGING || this == OUTBOX_COMMITTED || this == RELAY_LED;
    return !outsideOurOwn || action == Action.HALT || action == Action.PAUSE;
  }

  /**
   * The programs the dice are cast for.
   *
   * @see #standsIn(String)
   */
  public List<String> programs() {
    return type.contains("/eventing/")
        ? Services.PROGRAMS
        : List.of(type.split("/", -1)[2] + "-service");
  }

  /** Whether that program comes by here: analytics hears of everything and tells nothing. */
  public boolean standsIn(String program) {
    return programs().contains(program)
        && !(type.contains("/outbox/") && program.equals(Access.ANALYTICS_SERVICE));
  }
}
