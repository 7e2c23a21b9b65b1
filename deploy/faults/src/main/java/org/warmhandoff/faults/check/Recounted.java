package org.warmhandoff.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.warmhandoff.faults.injure.Planting;

/** What analytics counts is what a recount of everything that was ever told gives. */
final class Recounted {

  private final Look look;
  private final long planted;
  private final List<Violation> found = new ArrayList<>();

  Recounted(Look look, Planting planting) {
    this.look = look;
    this.planted = planted(look, planting);
  }

  /** How many planted incidents arrived, as another service heard: nobody of ours told of them. */
  static long planted(Look look, Planting planting) {
    Set<String> heard = look.column("notification", "select incident from routing");
    return planting.backwards().stream().filter(heard::contains).count();
  }

  /** Where what was told stands, and where the facts of it do. */
  private enum Told {
    SCENE("incident", "incident_fact", "subject::text"),
    ASSIGNMENT("notification", "assignment_fact", "subject::text"),
    CONSENT("referral", "consent_fact", "convert_from(body, 'UTF8')::jsonb ->> 'consent'"),
    REFERRAL("referral", "referral_fact", "convert_from(body, 'UTF8')::jsonb ->> 'referral'");

    private final String teller;
    private final String facts;
    private final String subject;

    Told(String teller, String facts, String subject) {
      this.teller = teller;
      this.facts = facts;
      this.subject = subject;
    }
  }

  List<Violation> check() {
    number("incidents", "incident_fact", "incident", "incident-reported", planted);
    number("assignments", "assignment_fact", "notification", "assignment-opened", 0);
    number("persons", "person_fact", "incident", "person-registered", 0);
    times(Told.SCENE, "scene_safe_at", "scene-declared-safe", "at");
    times(Told.SCENE, "worker_wanted_at", "worker-wanted", "at");
    times(Told.SCENE, "cleared_at", "officers-cleared", "at");
    times(Told.ASSIGNMENT, "opened_at", "assignment-opened", "at");
    times(Told.ASSIGNMENT, "paged_at", "worker-paged", "at");
    times(Told.ASSIGNMENT, "accepted_at", "page-accepted", "at");
    times(Told.ASSIGNMENT, "arrived_at", "worker-arrived", "at");
    times(Told.ASSIGNMENT, "contact_at", "contact-made", "at");
    times(Told.ASSIGNMENT, "concluded_at", "assignment-concluded", "at");
    times(Told.ASSIGNMENT, "stood_down_at", "assignment-stood-down", "at");
    times(Told.ASSIGNMENT, "nobody_at", "supervisor-told", "at");
    times(Told.CONSENT, "given_at", "consent-given", "validFrom");
    times(Told.CONSENT, "withdrawn_at", "consent-withdrawn", "at");
    times(Told.REFERRAL, "created_at", "referral-requested", "at");
    // The agency of the play says no other word than that.
    times(Told.REFERRAL, "accepted_at", "referral-answered", "at");
    times(Told.REFERRAL, "refused_at", "referral-refused", "at");
    times(Told.REFERRAL, "withdrawn_at", "referral-withdrawn", "at");
    times(Told.REFERRAL, "first_read_at", "referral-content-read", "at");
    codes(Told.ASSIGNMENT, "outcome", "assignment-concluded", "outcome");
    codes(Told.ASSIGNMENT, "stand_down_reason", "assignment-stood-down", "reason");
    codes(Told.CONSENT, "urgency", "consent-given", "urgency");
    codes(Told.REFERRAL, "refused_reason", "referral-refused", "reason");
    states();
    return found;
  }

  private void number(String what, String table, String teller, String event, long more) {
    long facts = look.number("analytics", "select count(*) from " + table);
    long told =
        look.number(
            teller,
            "select ? + count(distinct subject) from outbox where type like ?",
            more,
            "org.warmhandoff." + event + ".v%");
    if (facts != told) {
      found.add(new Violation("recount", "%s: %d counted, %d told".formatted(what, facts, told)));
    }
  }

  /**
   * The first time of each: ids are other ones in analytics, so all times are laid side by side.
   */
  private void times(Told told, String column, String event, String field) {
    same(
        told,
        column,
        column + "::timestamptz at time zone 'UTC'",
        event,
        "(min((convert_from(body, 'UTF8')::jsonb ->> '%s')::timestamptz) at time zone 'UTC')"
            .formatted(field));
  }

  private void codes(Told told, String column, String event, String field) {
    same(
        told,
        column,
        "replace(lower(" + column + "), '_', '-')",
        event,
        "replace(lower(min(convert_from(body, 'UTF8')::jsonb ->> '%s')), '_', '-')"
            .formatted(field));
  }

  private void same(Told told, String column, String counted, String event, String heard) {
    List<List<String>> facts =
        look.rows(
            "analytics",
            "select (%s)::text from %s where %s is not null order by 1"
                .formatted(counted, told.facts, column));
    List<List<String>> all =
        look.rows(
            told.teller,
            "select value from (select (%s)::text as value from outbox where type like ? group by %s) v order by 1"
                .formatted(heard, told.subject),
            "org.warmhandoff." + event + ".v%");
    if (facts.size() != all.size()) {
      found.add(
          new Violation(
              "recount", "%s: %d counted, %d told".formatted(column, facts.size(), all.size())));
    } else if (!facts.equals(all)) {
      found.add(new Violation("recount", column + ": as many as were told, and not the same"));
    }
  }

  /** Incidents have other names in analytics; so the states are compared as a whole. */
  private void states() {
    List<List<String>> counted =
        look.rows(
            "analytics",
            "select facts_version, priority, count(*) from incident_fact where facts_version > 0"
                + " group by 1, 2 order by 1, 2");
    List<List<String>> told =
        look.rows(
            "incident",
            """
            select version, priority, count(*) from (
              select cast(? as bigint) as version, cast(? as int) as priority
              from generate_series(1, ?)
              union all
              (select distinct on (subject) version,
                (convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'priority')::int as priority
              from outbox
              where type like '%.incident-reported.%' or type like '%.incident-updated.%'
              order by subject, version desc)) newest
            group by 1, 2 order by 1, 2""",
            Planting.STATES,
            Planting.STATES,
            planted);
    if (!counted.equals(told)) {
      found.add(new Violation("recount", "states of incidents differ"));
    }
  }
}
