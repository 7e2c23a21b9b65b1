package org.warmhandoff.faults;

import static org.warmhandoff.faults.point.FailPoint.Action.BREAK;
import static org.warmhandoff.faults.point.FailPoint.Action.PAUSE;
import static org.warmhandoff.faults.point.FailPoint.Action.THROW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.plan.Plan;
import org.warmhandoff.faults.plan.Plan.Step;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.weave.Point;
import org.warmhandoff.faults.weave.Rewrite;

/**
 * A fault that systems of this kind have had, or that this one would have if one of its lines were
 * missing. Each is brought back into a copy of the programs, one by one, to see that the checker
 * catches it: a checker that has never said no proves nothing.
 *
 * @param what in one line, for the report
 * @param rewrites what is changed in the programs
 * @param settings what is set otherwise, by system property
 * @param sql what is changed in a database before the first schedule, by database
 * @param steps what must happen for it to show
 */
public record Historic(
    String name,
    String what,
    List<Rewrite> rewrites,
    Map<String, String> settings,
    Map<String, List<String>> sql,
    List<Step> steps) {

  private static final String E = "org/warmhandoff/eventing/";
  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

  public Historic {
    rewrites = List.copyOf(rewrites);
    settings = Map.copyOf(settings);
    sql = Map.copyOf(sql);
    steps = List.copyOf(steps);
  }

  Plan plan(long seed) {
    return new Plan(seed, steps);
  }

  private Historic setting(String property, String value) {
    return new Historic(name, what, rewrites, Map.of(CONNECTOR + property, value), sql, steps);
  }

  private Historic settings(Map<String, String> properties) {
    return new Historic(name, what, rewrites, properties, sql, steps);
  }

  private Historic sql(Map<String, List<String>> statements) {
    return new Historic(name, what, rewrites, settings, statements, steps);
  }

  private Historic when(Step... more) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(List.of(more));
    return new Historic(name, what, rewrites, settings, sql, all);
  }

  private static Historic of(String name, String what, Rewrite... rewrites) {
    return new Historic(name, what, List.of(rewrites), Map.of(), Map.of(), List.of());
  }

  private static Step at(Point point, String program, Action action, int nth, int millis) {
    return new Step(
        Duration.ZERO, new Fault.AtPoint(point, program, action, nth, Duration.ofMillis(millis)));
  }

  private static Step after(int millis, Fault fault) {
    return new Step(Duration.ofMillis(millis), fault);
  }

  /** All of them. */
  public static List<Historic> all() {
    List<Historic> all = new ArrayList<>();
    all.addAll(ofTheRelay());
    all.addAll(ofTheInbox());
    all.addAll(ofTheServices());
    return all;
  }

  private static List<Historic> ofTheRelay() {
    String relay = E + "outbox/RelayDatabase";
    String since = "(xid >= ?::xid8 or xid = any(?::xid8[]))";
    return List.of(
        of(
            "acks-one",
            "the producer is content with one acknowledgement",
            new Rewrite.Text(E + "outbox/KafkaAccess", "all", "1"),
            new Rewrite.Text(
                E + "outbox/KafkaAccess", "enable.idempotence", "was.enable.idempotence")),
        of(
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
            .when(
                at(Point.OUTBOX_TOLD, "incident-service", PAUSE, 2, 1_500),
                at(Point.OUTBOX_TOLD, "referral-service", PAUSE, 1, 1_500)),
        of(
                "moved-before-acknowledged",
                "the cursor moves on before the broker has answered",
                new Rewrite.Nothing(E + "outbox/Sender$Page", "awaitAcknowledged"))
            .when(
                after(300, new Fault.Stop("broker", Duration.ofMillis(2_500))),
                after(900, new Fault.Kill("incident-service"))),
        of(
                "dead-in-a-living-process",
                "the relay's thread ends and the process goes on",
                new Rewrite.Nothing(E + "end/EndOfProcess", "because"))
            .when(at(Point.RELAY_SENDING, "incident-service", THROW, 2, 0)),
        of(
                "told-nobody",
                "a state is stored, and its event is not",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/referral/consenting/WithdrawConsent", "withdraw", "tell", 0))
            .when());
  }

  private static List<Historic> ofTheInbox() {
    return List.of(
        of("latest", "a group without an offset begins at the end")
            .setting("auto.offset.reset", "latest")
            .when(
                after(200, new Fault.Kill("analytics-service")),
                after(200, new Fault.Kill("referral-service"))),
        of("acknowledged-before-work", "offsets are committed by the client while work goes on")
            .settings(
                Map.of(
                    CONNECTOR + "enable.auto.commit", "true",
                    CONNECTOR + "auto.commit.interval.ms", "50",
                    CONNECTOR + "commit-strategy", "ignore"))
            .when(
                at(Point.INBOX_HANDLING, "analytics-service", PAUSE, 4, 2_000),
                after(1_500, new Fault.Kill("analytics-service"))),
        of(
                "swallowed",
                "a record whose work failed is acknowledged",
                new Rewrite.Gives(
                    E + "inbox/Trial", "judge", E + "inbox/Trial$Verdict", "SET_ASIDE"),
                new Rewrite.Nothing(E + "inbox/Transactions", "setAside"))
            .when(at(Point.INBOX_HANDLING, "analytics-service", BREAK, 3, 0)),
        of(
                "set-aside-at-once",
                "a record is set aside for a failure that passes",
                new Rewrite.Gives(
                    E + "inbox/Trial", "judge", E + "inbox/Trial$Verdict", "SET_ASIDE"))
            .when(at(Point.INBOX_HANDLING, "referral-service", BREAK, 3, 0)),
        of(
                "poison-passed-over",
                "a record that cannot be read is skipped and kept nowhere",
                new Rewrite.Nothing(E + "inbox/Quarantine", "setAside"))
            .when(
                after(500, new Fault.Plant(Fault.Kind.POISON, 4)),
                after(900, new Fault.Plant(Fault.Kind.POISON, 4))),
        of(
                "not-parked",
                "what comes too early is dropped",
                new Rewrite.Nothing(E + "inbox/Parked", "park"))
            .when(at(Point.RELAY_SENDING, "incident-service", PAUSE, 4, 2_500)),
        of(
                "never-released",
                "what waits is never taken up again",
                new Rewrite.Nothing(E + "inbox/WaitingRoom", "round"))
            .when(at(Point.RELAY_SENDING, "incident-service", PAUSE, 4, 2_500)),
        of(
                "claimed-apart",
                "the inbox remembers, and the work is left out",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/analytics/gathering/IncidentFacts", "state", "run", 0))
            .when());
  }

  private static List<Historic> ofTheServices() {
    return List.of(
        of(
                "check-then-insert",
                "two posts of one incident each find it unknown",
                new Rewrite.Text(
                    "org/warmhandoff/incident/IncidentInsert",
                    "on conflict (police_service, external_id) do nothing",
                    ""))
            .sql(
                Map.of(
                    "incident",
                    List.of(
                        """
                    alter table incident drop constraint incident_police_service_external_id_key;
                    create function look_first() returns trigger language plpgsql as $$ begin
                      if exists (select 1 from incident i where i.police_service = new.police_service
                        and i.external_id = new.external_id) then return null; end if;
                      return new; end $$;
                    create trigger look_first before insert on incident
                      for each row execute function look_first()""")))
            .when(
                at(Point.INTAKE_WORKED, "incident-service", PAUSE, 1, 2_000),
                at(Point.OUTBOX_TELLING, "incident-service", PAUSE, 5, 2_000)),
        of("answered-before-durable", "a commit is answered before it is on the disk")
            .sql(
                Map.of(
                    "postgres",
                    List.of(
                        "alter role incident_app set synchronous_commit = off",
                        "alter role notification_app set synchronous_commit = off",
                        "alter role referral_app set synchronous_commit = off",
                        "alter system set wal_writer_delay = '10s'",
                        "alter system set wal_writer_flush_after = '1GB'",
                        "select pg_reload_conf()",
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename like '%_app'")))
            .when(
                after(1_200, new Fault.Kill("database")), after(2_800, new Fault.Kill("database"))),
        of(
                "deadline-missed",
                "a deadline is looked for only when it falls due",
                new Rewrite.Text(
                    "org/warmhandoff/notification/Deadlines",
                    "where d.due_at <= :now and d.assignment",
                    "where d.due_at <= :now and d.due_at > :now - interval '20 seconds'"
                        + " and d.assignment"))
            .when(),
        of(
                "consent-not-locked",
                "a withdrawal and a read do not wait for each other",
                new Rewrite.Constant(
                    "org/warmhandoff/referral/Consents", "lock", "PESSIMISTIC_WRITE", "NONE"),
                new Rewrite.Constant(
                    "org/warmhandoff/referral/Referrals", "lock", "PESSIMISTIC_WRITE", "NONE"),
                new Rewrite.Constant(
                    "org/warmhandoff/referral/Referrals",
                    "lockByConsent",
                    "PESSIMISTIC_WRITE",
                    "NONE"))
            .when(
                at(Point.GATE_PASSED, "referral-service", PAUSE, 1, 7_000),
                at(Point.REFERRAL_WORKED, "referral-service", PAUSE, 3, 7_000)),
        of(
                "gate-left-open",
                "content is read although consent was withdrawn",
                new Rewrite.Says("org/warmhandoff/referral/Referral", "isOpen", 1),
                new Rewrite.Gives(
                    "org/warmhandoff/referral/ConsentView",
                    "standing",
                    "org/warmhandoff/referral/Standing",
                    "GIVEN"))
            .when(),
        of(
                "unregistered-read",
                "content leaves without a line in the register",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/referral/disclosing/RegisterRead", "register", "persist", 0))
            .when(),
        of(
                "paged-off-duty",
                "the rota is not asked for the hour",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/notification/Candidates", "crews", "isPresent", 1))
            .when(),
        of(
                "older-wins",
                "an older state replaces a newer one",
                new Rewrite.Says("org/warmhandoff/incident/Position", "compare", 1))
            .when());
  }
}
