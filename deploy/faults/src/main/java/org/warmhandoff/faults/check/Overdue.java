package org.warmhandoff.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.door.Caller;

/** What was to be answered by a time and was not: something followed, and it is seen. */
final class Overdue {

  /** So many the operator's page shows. */
  private static final int SHOWN = 50;

  private static final String UNATTENDED =
      """
      select a.id from assignment a
      where a.state_code in ('proposed', 'paged', 'waiting', 'told')
        and not exists (select 1 from deadline d where d.assignment = a.id)""";

  /** A page taken back in time ends without a word; any other is followed by what came of it. */
  private static final String RAN_OUT_IN_SILENCE =
      """
      select p.subject, convert_from(p.body, 'UTF8')::jsonb ->> 'attempt' from outbox p
      where p.type like '%.worker-paged.%'
        and (convert_from(p.body, 'UTF8')::jsonb ->> 'answerBy')::timestamptz <= ?
        and not exists (select 1 from outbox l
          where l.topic = p.topic and l.subject = p.subject and l.version > p.version
            and l.type not like '%.assignment-moved.%')
        and not exists (select 1 from page w
          where w.assignment = p.subject and w.ending = 'withdrawn' and w.ended_at < w.answer_by
            and w.attempt = (convert_from(p.body, 'UTF8')::jsonb ->> 'attempt')::int)""";

  /** The next worker, the next rung or a supervisor; the board shows whom none of them helps. */
  private static final String NOTHING_AFTER =
      """
      select e.subject from outbox e join assignment a on a.id = e.subject
      where e.type like '%.page-expired.%' and a.state_code <> 'unattended'
        and not exists (select 1 from outbox l
          where l.topic = e.topic and l.subject = e.subject and l.version > e.version
            and l.type not like '%.assignment-moved.%')""";

  private static final String EXPIRED_UNTOLD =
      """
      select p.assignment from page p where p.ending = 'expired' group by p.assignment
      having count(distinct p.attempt) <> (select count(*) from outbox o
        where o.subject = p.assignment and o.type like '%.page-expired.%')""";

  private final Look look;
  private final Town town;
  private final List<Violation> found = new ArrayList<>();

  Overdue(Look look, Town town) {
    this.look = look;
    this.town = town;
  }

  List<Violation> check() {
    long due =
        look.number("notification", "select count(*) from deadline where due_at <= ?", town.now());
    if (due > 0) {
      found.add(new Violation("deadline", due + " are due and nothing was done"));
    }
    long late =
        look.number(
            "notification",
            "select count(*) from page where ended_at is null and answer_by <= ?",
            town.now());
    if (late > 0) {
      found.add(new Violation("deadline", late + " pages ran out and still ring"));
    }
    none(UNATTENDED, "assignment without one");
    none(RAN_OUT_IN_SILENCE, "page ran out and nothing followed", town.now());
    none(NOTHING_AFTER, "page expired and nothing followed");
    none(EXPIRED_UNTOLD, "pages expired and were not told as such");
    referrals();
    return found;
  }

  private void none(String sql, String what, Object... values) {
    look.rows("notification", sql, values)
        .forEach(row -> found.add(new Violation("deadline", what + ": " + row)));
  }

  /** Nothing happens to a referral that is not answered, but an operator is shown it. */
  private void referrals() {
    Set<String> overdue =
        look.column(
            "referral",
            "select id from referral where state = 'requested' and answer_by < ? and lower(mode) = 'live'",
            town.now());
    Set<String> shown = new HashSet<>();
    for (JsonNode failed :
        town.door().get(Caller.operator(), "/referral/api/v1/operations").json().path("failed")) {
      if (failed.path("what").asText().equals("referral-unanswered")) {
        shown.add(failed.path("id").asText());
      }
    }
    if (shown.size() < SHOWN ? !shown.equals(overdue) : !overdue.containsAll(shown)) {
      found.add(
          new Violation(
              "deadline",
              "%d referrals unanswered, %d shown".formatted(overdue.size(), shown.size())));
    }
  }
}
