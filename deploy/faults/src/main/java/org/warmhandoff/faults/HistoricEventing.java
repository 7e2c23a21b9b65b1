package org.warmhandoff.faults;

import static org.warmhandoff.faults.Historic.CONNECTOR;
import static org.warmhandoff.faults.Historic.after;
import static org.warmhandoff.faults.Historic.at;
import static org.warmhandoff.faults.Historic.fault;
import static org.warmhandoff.faults.point.FailPoint.Action.BREAK;
import static org.warmhandoff.faults.point.FailPoint.Action.PAUSE;
import static org.warmhandoff.faults.point.FailPoint.Action.THROW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.weave.Point;
import org.warmhandoff.faults.weave.Rewrite;

/** Faults of the past in what tells facts and takes them. */
final class HistoricEventing {

  private static final String E = "org/warmhandoff/eventing/";

  private HistoricEventing() {}

  static List<Historic> ofTheRelay() {
    String relay = E + "outbox/RelayDatabase";
    String since = "(xid >= ?::xid8 or xid = any(?::xid8[]))";
    return List.of(
        fault(
                "acks-one",
                "the producer is content with one acknowledgement",
                new Rewrite.Text(E + "outbox/KafkaAccess", "all", "1"))
            .by("acknowledged"),
        fault(
                "cursor-by-id",
                "the cursor is the highest number published, so a late commit is passed over",
                new Rewrite.Text(
                    relay,
                    since,
                    "(seq > (select last_seq from outbox_cursor where shard = 0)"
                        + " and (?::xid8, ?::xid8[]) is not null)"),
                new Rewrite.Text(
                    relay,
                    "window_from = ?::pg_snapshot, window_to = ?::pg_snapshot,\n  last_seq = ?,"
                        + " moved_at = clock_timestamp()\nwhere",
                    "window_from = m.f, window_to = m.t, last_seq = greatest(last_seq, coalesce("
                        + "(select max(seq) from outbox where pg_visible_in_snapshot(xid, m.f)), 0)),"
                        + " moved_at = clock_timestamp() from (select ?::pg_snapshot as f,"
                        + " ?::pg_snapshot as t, ?::bigint as l) m where"))
            .by("told", "order")
            .when(
                at(Point.OUTBOX_TOLD, "incident-service", PAUSE, 2, 1_500),
                at(Point.OUTBOX_TOLD, "referral-service", PAUSE, 1, 1_500)),
        fault(
                "moved-before-acknowledged",
                "the cursor moves on before the broker has answered",
                new Rewrite.Nothing(E + "outbox/Sender$Page", "awaitAcknowledged"))
            .by("told", "order")
            .when(
                after(300, new Fault.Stop("broker", Duration.ofMillis(2_500))),
                after(900, new Fault.Kill("incident-service"))),
        fault(
                "dead-in-a-living-process",
                "the relay's thread ends and the process goes on",
                new Rewrite.Nothing(E + "end/EndOfProcess", "because"))
            .by("quiet", "told")
            .when(at(Point.RELAY_SENDING, "incident-service", THROW, 2, 0)),
        fault(
                "told-nobody",
                "a state is stored, and its event is not",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/referral/consenting/WithdrawConsent", "withdraw", "tell", 0))
            .by("consent"));
  }

  static List<Historic> ofTheInbox() {
    return List.of(
        fault("latest", "a group without an offset begins at the end")
            .by("taken")
            .setting("auto.offset.reset", "latest")
            .when(
                after(200, new Fault.Kill("analytics-service")),
                after(200, new Fault.Kill("referral-service"))),
        fault("acknowledged-before-work", "offsets are committed by the client while work goes on")
            .by("taken", "recount")
            .settings(
                Map.of(
                    CONNECTOR + "enable.auto.commit", "true",
                    CONNECTOR + "auto.commit.interval.ms", "50",
                    CONNECTOR + "commit-strategy", "ignore"))
            .when(
                at(Point.INBOX_HANDLING, "analytics-service", PAUSE, 4, 2_000),
                after(1_500, new Fault.Kill("analytics-service"))),
        fault(
                "swallowed",
                "a record whose work failed is acknowledged",
                new Rewrite.Gives(
                    E + "inbox/Trial", "judge", E + "inbox/Trial$Verdict", "SET_ASIDE"),
                new Rewrite.Nothing(E + "inbox/Transactions", "setAside"))
            .by("taken", "recount")
            .when(at(Point.INBOX_HANDLING, "analytics-service", BREAK, 3, 0)),
        fault(
                "set-aside-at-once",
                "a record is set aside for a failure that passes",
                new Rewrite.Gives(
                    E + "inbox/Trial", "judge", E + "inbox/Trial$Verdict", "SET_ASIDE"))
            .by("set aside")
            .when(at(Point.INBOX_HANDLING, "referral-service", BREAK, 3, 0)),
        fault(
                "poison-passed-over",
                "a record that cannot be read is skipped and kept nowhere",
                new Rewrite.Nothing(E + "inbox/Quarantine", "setAside"))
            .by("set aside")
            .when(
                after(500, new Fault.Plant(Fault.Kind.POISON, 4)),
                after(900, new Fault.Plant(Fault.Kind.POISON, 4))),
        fault(
                "not-parked",
                "what comes too early is dropped",
                new Rewrite.Nothing(E + "inbox/Parked", "park"))
            .by("taken")
            .when(
                at(Point.RELAY_SENDING, "incident-service", PAUSE, 4, 2_500),
                after(1_500, new Fault.Plant(Fault.Kind.LATER_TYPE, 1))),
        fault(
                "never-released",
                "what waits is never taken up again",
                new Rewrite.Nothing(E + "inbox/WaitingRoom", "round"))
            .by("quiet", "left over")
            .when(at(Point.RELAY_SENDING, "incident-service", PAUSE, 4, 2_500)),
        fault(
                "claimed-twice",
                "a repeated record has its effect again",
                new Rewrite.Text(
                    E + "inbox/Claims",
                    "(consumer, source, id) do nothing",
                    "(consumer, source, id) do update set known = excluded.known"),
                // The version would stop it too: two guards, and both are away.
                new Rewrite.Says(E + "inbox/Taking", "ordered", 0))
            .by("doubled")
            .sql(
                Map.of(
                    "incident", List.of("grant update on inbox to incident_app"),
                    "notification", List.of("grant update on inbox to notification_app"),
                    "referral", List.of("grant update on inbox to referral_app"),
                    "analytics", List.of("grant update on inbox to analytics_app")))
            .when(
                after(1_200, new Fault.Plant(Fault.Kind.DUPLICATES, 60)),
                after(1_800, new Fault.Plant(Fault.Kind.DUPLICATES, 60)),
                after(2_400, new Fault.Plant(Fault.Kind.DUPLICATES, 60)),
                after(3_000, new Fault.Plant(Fault.Kind.DUPLICATES, 60)),
                after(3_500, new Fault.Plant(Fault.Kind.DUPLICATES, 60))),
        fault(
                "claimed-apart",
                "the inbox remembers, and the work is left out",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/analytics/gathering/IncidentFacts", "state", "run", 0))
            .by("recount"));
  }
}
