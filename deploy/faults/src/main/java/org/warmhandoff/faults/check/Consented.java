package org.warmhandoff.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * No referral and no read without a consent valid at its commit. The server keeps the time of every
 * commit, so that what counts is neither when a statement ran nor what a clock said meanwhile.
 */
final class Consented {

  private static final String COMMITS =
      """
      with given as (select consent, pg_xact_commit_timestamp(xmin) as at
          from consent_entry where what = 'GIVEN'),
        withdrawn as (select consent, pg_xact_commit_timestamp(xmin) as at
          from consent_entry where what = 'WITHDRAWN')""";

  private static final String OFFERED_TOO_LATE =
      COMMITS
          + """
       select r.id from referral r
      join outbox o on o.subject = r.id and o.type like '%.referral-offered.%'
      where o.recorded_at >= ? and (
        not exists (select 1 from given g
          where g.consent = r.consent and g.at <= pg_xact_commit_timestamp(o.xmin))
        or exists (select 1 from withdrawn w
          where w.consent = r.consent and w.at < pg_xact_commit_timestamp(o.xmin)))""";

  /** Else the rule above would look at nothing, and find nothing. */
  private static final String NOT_OFFERED =
      """
      select r.id from referral r where (select count(*) from outbox o
        where o.subject = r.id and o.type like '%.referral-offered.%') <> 1""";

  private static final String READ_TOO_LATE =
      COMMITS
          + """
       select d.id from disclosure d
      where d.recorded_at >= ? and (
        not exists (select 1 from given g
          where g.consent = d.consent and g.at <= pg_xact_commit_timestamp(d.xmin))
        or exists (select 1 from withdrawn w
          where w.consent = d.consent and w.at < pg_xact_commit_timestamp(d.xmin)))""";

  private static final String UNTOLD =
      """
      select c.id from consent c
      where not exists (select 1 from outbox o where o.subject = c.id and o.type like
        case c.standing when 'WITHDRAWN' then '%.consent-withdrawn.%' when 'REFUSED' then
          '%.consent-refused.%' else '%.consent-given.%' end)""";

  private static final String MORE_THAN_CONSENTED =
      """
      select d.id from disclosure d join consent c on c.id = d.consent
      where d.recorded_at >= ? and not d.categories <@ c.categories""";

  private static final String UNANSWERED =
      """
      select c.id from consent c
      where c.changed_at is not null and not exists (select 1 from referral r where r.consent = c.id)
        and not exists (select 1 from gate_refusal g where g.consent = c.id)
        and exists (select 1 from consent_entry e
          where e.consent = c.id and e.what = 'GIVEN' and e.recorded_at >= ?)""";

  private final Look look;
  private final List<Violation> found = new ArrayList<>();

  Consented(Look look) {
    this.look = look;
  }

  List<Violation> check(Instant since) {
    each(OFFERED_TOO_LATE, "referral without a consent in force", since);
    each(READ_TOO_LATE, "read without a consent in force", since);
    each(MORE_THAN_CONSENTED, "more registered than consented to", since);
    each(UNANSWERED, "consent that led to no referral and no refusal", since);
    each(NOT_OFFERED, "referral that was not offered once");
    each(UNTOLD, "stands as nobody was told");
    return found;
  }

  private void each(String sql, String what, Object... values) {
    look.column("referral", sql, values)
        .forEach(id -> found.add(new Violation("consent", what + ": " + id)));
  }
}
