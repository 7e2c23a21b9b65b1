package org.warmhandoff.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What analytics counts is what a recount of everything that was ever told gives. */
final class Recounted {

  private final Look look;
  private final List<Violation> found = new ArrayList<>();

  Recounted(Look look) {
    this.look = look;
  }

  List<Violation> check() {
    same("incidents", "incident_fact", "true", "incident", "subject", "incident-reported");
    same(
        "scenes",
        "incident_fact",
        "scene_safe_at is not null",
        "incident",
        "subject",
        "scene-declared-safe");
    same(
        "wishes",
        "incident_fact",
        "worker_wanted_at is not null",
        "incident",
        "subject",
        "worker-wanted");
    same(
        "assignments",
        "assignment_fact",
        "true",
        "notification",
        "assignment",
        "assignment-opened");
    same(
        "pages taken",
        "assignment_fact",
        "accepted_at is not null",
        "notification",
        "assignment",
        "page-accepted");
    same(
        "contacts",
        "assignment_fact",
        "contact_at is not null",
        "notification",
        "assignment",
        "contact-made");
    same(
        "conclusions",
        "assignment_fact",
        "concluded_at is not null",
        "notification",
        "assignment",
        "assignment-concluded");
    same(
        "consents", "consent_fact", "given_at is not null", "referral", "consent", "consent-given");
    same(
        "withdrawals",
        "consent_fact",
        "withdrawn_at is not null",
        "referral",
        "consent",
        "consent-withdrawn");
    same(
        "referrals",
        "referral_fact",
        "created_at is not null",
        "referral",
        "referral",
        "referral-requested");
    same(
        "reads",
        "referral_fact",
        "first_read_at is not null",
        "referral",
        "referral",
        "referral-content-read");
    states();
    return found;
  }

  private void same(
      String what, String table, String which, String teller, String id, String event) {
    long facts = look.number("analytics", "select count(*) from " + table + " where " + which);
    String subject =
        id.equals("subject")
            ? "subject::text"
            : "convert_from(body, 'UTF8')::jsonb ->> '" + id + "'";
    long told =
        look.number(
            teller,
            "select count(distinct " + subject + ") from outbox where type like ?",
            "org.warmhandoff." + event + ".v%");
    if (facts != told) {
      found.add(new Violation("recount", "%s: %d counted, %d told".formatted(what, facts, told)));
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
              select distinct on (subject) version,
                (convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'priority')::int as priority
              from outbox
              where type like '%.incident-reported.%' or type like '%.incident-updated.%'
              order by subject, version desc) newest
            group by 1, 2 order by 1, 2""");
    @Nullable String difference =
        counted.equals(told) ? null : counted + " counted, " + told + " told";
    if (difference != null) {
      found.add(new Violation("recount", "states of incidents differ"));
    }
  }
}
