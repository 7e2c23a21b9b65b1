package org.warmhandoff.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Services;

/**
 * Every topic after the broker lost its disk and all was told again. What was news before that
 * stands in front and comes once more in its turn; so it is where each fact stands last that must
 * be in order. An offer that no consent covers any more is not told to its agency a second time.
 */
final class Retold {

  private static final String OFFERS =
      """
      select o.id from outbox o
      join referral r on r.id = (convert_from(o.body, 'UTF8')::jsonb ->> 'referral')::uuid
      join consent c on c.id = r.consent
      where o.type like '%.referral-offered.%' and\s""";

  private static final String MAY_BE_LEFT_OUT =
      OFFERS + "(c.standing <> 'GIVEN' or c.expires_at <= ? or r.expires_at <= ?)";

  private static final String MUST_BE_LEFT_OUT =
      OFFERS
          + """
          o.recorded_at < ? and exists (select 1 from consent_entry e where e.consent = c.id and e.what = 'WITHDRAWN'
            and pg_xact_commit_timestamp(e.xmin) < (select max(asked_at) from republish))""";

  private final Look look;
  private final Ear ear;

  Retold(Look look, Ear ear) {
    this.look = look;
    this.ear = ear;
  }

  /**
   * What is wrong with it.
   *
   * @param since the schedule's begin, by the database: an offer of before it is no news
   * @param now business time, by which consents expire
   */
  List<Violation> check(List<Heard> everything, Set<String> strangers, Instant since, Instant now) {
    List<Violation> found = new ArrayList<>();
    Map<String, Heard> last = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < everything.size(); place++) {
      Heard event = everything.get(place);
      String id = event.attribute("id");
      if (!id.isEmpty() && !strangers.contains(id)) {
        last.put(id, event);
        places.put(id, place);
      }
    }
    Map<String, Long> versions = new HashMap<>();
    places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(entry -> last.get(entry.getKey()))
        .forEach(event -> follow(event, versions, found));
    complete(found, since, now);
    return found;
  }

  private void follow(Heard event, Map<String, Long> versions, List<Violation> found) {
    String aggregate = event.topic() + " " + event.attribute("subject");
    long version = Long.parseLong(event.attribute("aggregateversion"));
    long before = versions.getOrDefault(aggregate, 0L);
    if (version <= before) {
      found.add(
          new Violation(
              "order",
              aggregate + ": told again, version " + version + " came after version " + before));
    }
    versions.put(aggregate, version);
    ear.ids().put(event.attribute("id"), event.topic());
    ear.versions().put(aggregate, version);
  }

  private void complete(List<Violation> found, Instant since, Instant now) {
    Set<String> mayBeLeftOut = look.column("referral", MAY_BE_LEFT_OUT, now, now);
    for (String database : Services.ROOTS) {
      for (List<String> row : look.rows(database, "select id, topic, type from outbox")) {
        if (!ear.ids().containsKey(row.getFirst()) && !mayBeLeftOut.contains(row.getFirst())) {
          found.add(new Violation("told", "committed and not told again: " + row));
        }
      }
    }
    Set<String> recalled = new HashSet<>(look.column("referral", MUST_BE_LEFT_OUT, since));
    recalled.retainAll(ear.ids().keySet());
    recalled.forEach(
        id -> found.add(new Violation("consent", "an offer withdrawn was told again: " + id)));
  }
}
