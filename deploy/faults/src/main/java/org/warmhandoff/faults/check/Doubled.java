package org.warmhandoff.faults.check;

import java.util.ArrayList;
import java.util.List;

/**
 * No fact had its effect twice. That the inbox has one row of it proves nothing about the work; so
 * what is only ever added to is looked through for two of one cause. Analytics adds nothing: its
 * rows are states, and a recount looks at those.
 */
final class Doubled {

  /** One fact may move an assignment down two rungs, or on to a third incident. */
  private static final String TOLD_TWICE =
      """
      select type, subject, causation from outbox where causation is not null
      group by type, subject, causation, convert_from(body, 'UTF8')::jsonb ->> 'to',
        convert_from(body, 'UTF8')::jsonb ->> 'incident'
      having count(*) > 1""";

  /**
   * What a fact opens anew has an id of its own each time: there it is the cause that must not
   * repeat.
   */
  private static final String REFERRED_TWICE =
      """
      select type, causation from outbox
      where type like '%.referral-requested.%' or type like '%.referral-refused.%'
      group by type, causation having count(*) > 1""";

  private static final String OTHERS_PAGED =
      """
      select p.assignment, p.attempt from page p
      left join outbox o on o.subject = p.assignment and o.type like '%.worker-paged.%'
        and (convert_from(o.body, 'UTF8')::jsonb ->> 'attempt')::int = p.attempt
      group by p.assignment, p.attempt, o.body
      having count(*) <> coalesce(
        jsonb_array_length(convert_from(o.body, 'UTF8')::jsonb -> 'staff'), 0)""";

  /** The other way round: who was told of has it. */
  private static final String PAGED_AND_NOT =
      """
      select o.subject, convert_from(o.body, 'UTF8')::jsonb ->> 'attempt' from outbox o
      left join page p on p.assignment = o.subject
        and p.attempt = (convert_from(o.body, 'UTF8')::jsonb ->> 'attempt')::int
      where o.type like '%.worker-paged.%' group by o.subject, o.body
      having count(p.staff) <> jsonb_array_length(convert_from(o.body, 'UTF8')::jsonb -> 'staff')""";

  private static final String OPENED_TWICE =
      """
      select correlation, causation, convert_from(body, 'UTF8')::jsonb ->> 'program' from outbox
      where type like '%.assignment-opened.%' and causation is not null
      group by 1, 2, 3 having count(*) > 1""";

  private static final String ENTERED_TWICE =
      "select consent, what from consent_entry where consent is not null"
          + " group by 1, 2 having count(*) > 1";

  private static final String MOVED_NOWHERE =
      """
      select referral, state from (
        select referral, state, lag(state) over (partition by referral order by number) as before
        from referral_move) moves
      where state = before""";

  private static final String SENT_AND_STOPPED =
      "select r.consent from referral r join gate_refusal g on g.consent = r.consent";

  private final Look look;
  private final List<Violation> found = new ArrayList<>();

  Doubled(Look look) {
    this.look = look;
  }

  List<Violation> check() {
    none("notification", TOLD_TWICE, "told twice for one cause");
    none("notification", PAGED_AND_NOT, "others were told of than have a page");
    none("notification", OTHERS_PAGED, "others have a page than were told of");
    none("notification", OPENED_TWICE, "assignment opened twice");
    none("referral", ENTERED_TWICE, "consent entered twice");
    none("referral", MOVED_NOWHERE, "referral moved to where it was");
    none("referral", TOLD_TWICE, "told twice for one cause");
    none("referral", REFERRED_TWICE, "decided twice for one cause");
    none("referral", SENT_AND_STOPPED, "consent both referred and refused");
    return found;
  }

  private void none(String database, String sql, String what) {
    look.rows(database, sql).forEach(row -> found.add(new Violation("doubled", what + ": " + row)));
  }
}
