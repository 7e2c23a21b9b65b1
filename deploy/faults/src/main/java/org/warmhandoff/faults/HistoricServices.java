package org.warmhandoff.faults;

import static org.warmhandoff.faults.Historic.after;
import static org.warmhandoff.faults.Historic.at;
import static org.warmhandoff.faults.Historic.fault;
import static org.warmhandoff.faults.point.FailPoint.Action.PAUSE;

import java.util.List;
import java.util.Map;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.weave.Point;
import org.warmhandoff.faults.weave.Rewrite;

/** Faults of the past in what the services do. */
final class HistoricServices {

  private HistoricServices() {}

  static List<Historic> all() {
    return List.of(
        fault(
                "check-then-insert",
                "two posts of one incident each find it unknown",
                new Rewrite.Text(
                    "org/warmhandoff/incident/IncidentInsert",
                    "on conflict (police_service, external_id) do nothing",
                    ""))
            .by("stored")
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
        fault("answered-before-durable", "a commit is answered before it is on the disk")
            .by("stored", "told", "taken")
            .sql(
                Map.of(
                    "postgres",
                    List.of(
                        "alter role incident_app set synchronous_commit = off",
                        "alter role notification_app set synchronous_commit = off",
                        "alter role referral_app set synchronous_commit = off",
                        "alter role analytics_app set synchronous_commit = off",
                        "alter system set wal_writer_delay = '10s'",
                        "alter system set wal_writer_flush_after = '1GB'",
                        "select pg_reload_conf()",
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename like '%_app'")))
            .when(
                after(1_200, new Fault.Kill("database")), after(2_800, new Fault.Kill("database"))),
        fault(
                "deadline-missed",
                "a deadline is looked for only when it falls due",
                new Rewrite.Text(
                    "org/warmhandoff/notification/Deadlines",
                    "where d.due_at <= :now and d.assignment",
                    "where d.due_at <= :now and d.due_at > :now - interval '20 seconds'"
                        + " and d.assignment"))
            .by("deadline"),
        fault(
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
            .by("consent")
            // Longer than it takes until its officer stops waiting for the referral, and takes back
            // the consent, as every second does.
            .when(at(Point.GATE_PASSED, "referral-service", PAUSE, 1, 12_000)),
        fault(
                "gate-left-open",
                "content is read although consent was withdrawn",
                new Rewrite.Says("org/warmhandoff/referral/Referral", "isOpen", 1),
                new Rewrite.Gives(
                    "org/warmhandoff/referral/ConsentView",
                    "standing",
                    "org/warmhandoff/referral/Standing",
                    "GIVEN"))
            .by("consent", "at the door"),
        fault(
                "unregistered-read",
                "content leaves without a line in the register",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/referral/disclosing/RegisterRead", "register", "persist", 0))
            .by("audit"),
        fault(
                "paged-off-duty",
                "the rota is not asked for the hour",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/notification/Candidates", "crews", "isPresent", 1))
            .by("page"),
        fault(
                "party-paged",
                "who is a party to an incident is called to it like anybody else",
                new Rewrite.WithoutCall(
                    "org/warmhandoff/notification/Candidates", "conflict", "get", 0))
            .by("page"),
        fault(
                "unproved-channel",
                "a worker is paged where nobody proved that it reaches them",
                new Rewrite.Says("org/warmhandoff/notification/Worker", "reachable", 1),
                // Whoever is chosen is looked at once more, under their lock.
                new Rewrite.Text(
                    "org/warmhandoff/notification/Holds",
                    " and w.channels @> cast('[{\"verified\": true}]' as jsonb)",
                    ""))
            .by("page"),
        fault(
                "trial-paged",
                "an incident marked as a trial is treated as any other",
                new Rewrite.Gives(
                    "org/warmhandoff/notification/IncidentView",
                    "mode",
                    "org/warmhandoff/contracts/Mode",
                    "LIVE"),
                new Rewrite.Says("org/warmhandoff/notification/TransactionDesk", "mayCall", 1))
            .by("page"),
        fault(
                "older-wins",
                "an older state replaces a newer one",
                new Rewrite.Says("org/warmhandoff/incident/Position", "compare", 1))
            .by("stored"));
  }
}
