package org.warmhandoff.faults.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.faults.play.Promises;

/**
 * No page outside the rules, every wanted worker paged or somebody told. The rota is read by a
 * reader of its own, slower and simpler than the service's.
 */
final class Paged {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PAGES =
      """
      select p.assignment, p.attempt, p.staff, p.program, to_char(p.paged_at at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), w.channels, r.mode, p.incident,
        (select body from program g where g.code = p.program and g.present),
        (extract(epoch from pg_xact_commit_timestamp(o.xmin)) * 1000000)::bigint, o.causation
      from page p join routing r on r.incident = p.incident left join worker w on w.id = p.staff
      -- the page's own row is written again when it ends
      join outbox o on o.subject = p.assignment and o.type like '%.worker-paged.%'
        and (convert_from(o.body, 'UTF8')::jsonb ->> 'attempt')::int = p.attempt
      where p.offered_at >= ?""";

  /** The next search for an incident is opened under its lock, after the one before has ended. */
  private static final String SEARCHED_TWICE =
      """
      with ended as (select subject, min(seq) as at from outbox
          where type like '%.assignment-concluded.%' or type like '%.assignment-stood-down.%'
            or type like '%.supervisor-acknowledged.%' group by subject),
        search as (select o.correlation as incident, o.subject, o.seq as opened, e.at as ended,
            convert_from(o.body, 'UTF8')::jsonb ->> 'audience' as audience
          from outbox o left join ended e on e.subject = o.subject
          where o.type like '%.assignment-opened.%')
      select a.incident, a.subject, b.subject from search a
      join search b on b.incident = a.incident and b.audience = a.audience and b.opened > a.opened
      where a.ended is null or a.ended > b.opened""";

  private final Look look;
  private final List<Violation> found = new ArrayList<>();

  Paged(Look look) {
    this.look = look;
  }

  List<Violation> check(Promises promises, Instant since) {
    for (List<String> page : look.rows("notification", PAGES, since)) {
      rules(page);
      promised(page, promises);
    }
    for (UUID incident : promises.wanted) {
      somebodyKnows(incident);
    }
    twice();
    return found;
  }

  /** What whoever reported it knows, whatever the services made of it. */
  private void promised(List<String> page, Promises promises) {
    UUID incident = UUID.fromString(page.get(7));
    if (promises.trials.contains(incident)) {
      found.add(new Violation("page", "for a trial: " + incident));
    }
    if (promises.parties.getOrDefault(incident, Set.of()).contains(page.get(2))) {
      found.add(new Violation("page", "to a party: " + page.get(2) + " for " + incident));
    }
  }

  private void rules(List<String> page) {
    String staff = page.get(2);
    String program = page.get(3);
    Instant at = Instant.parse(page.get(4));
    JsonNode body = read(page.get(8));
    ZoneId zone = ZoneId.of(body.path("zone").asText());
    boolean onDuty =
        look
            .rows(
                "notification",
                "select staff, rota_window from rota_entry where program = ?",
                program)
            .stream()
            .filter(entry -> entry.get(0).contains(staff))
            .anyMatch(entry -> isOpen(read(entry.get(1)), at.atZone(zone)));
    if (!onDuty) {
      found.add(new Violation("page", "to somebody off duty: " + staff + " at " + at));
    }
    boolean reachable = false;
    for (JsonNode channel : read(page.get(5))) {
      reachable |= channel.path("verified").asBoolean();
    }
    if (!reachable) {
      found.add(new Violation("page", "without a verified channel: " + staff));
    }
    if (!page.get(6).equalsIgnoreCase("live")) {
      found.add(new Violation("page", "for an incident that is " + page.get(6)));
    }
    boolean onSite =
        body.path("mode").asText().toLowerCase(Locale.ROOT).replace('_', '-').equals("on-site");
    Hearsay heard = Hearsay.before(look, page.get(7), Long.parseLong(page.get(9)), page.get(10));
    if (onSite && !heard.isSafe()) {
      found.add(new Violation("page", "to a scene that is not safe: " + page.get(7)));
    }
    if (heard.keepsOut(staff)) {
      found.add(new Violation("page", "to a party: " + staff + " for " + page.get(7)));
    }
  }

  /** FREQ=DAILY or WEEKLY with BYDAY, from and to on one day: what the demo's rota consists of. */
  static boolean isOpen(JsonNode window, ZonedDateTime at) {
    String rule = window.path("rule").asText();
    int days = rule.indexOf("BYDAY=");
    String day = at.getDayOfWeek().name().substring(0, 2);
    boolean thisDay =
        days < 0
            || Set.copyOf(Arrays.asList(rule.substring(days + 6).split(",", -1))).contains(day);
    LocalTime time = at.toLocalTime();
    String to = window.path("to").asText();
    return thisDay
        && !time.isBefore(LocalTime.parse(window.path("from").asText()))
        && (to.equals("24:00") || time.isBefore(LocalTime.parse(to)));
  }

  private void somebodyKnows(UUID incident) {
    long told =
        look.number(
            "notification",
            "select count(*) from outbox where correlation = ? and (type like '%.worker-paged.%'"
                + " or type like '%.supervisor-told.%' or type like '%.nobody-available.%')",
            incident);
    boolean stale =
        look.number(
                "notification",
                "select count(*) from routing where incident = ? and stale_program is not null",
                incident)
            > 0;
    if (told == 0 && !stale) {
      found.add(new Violation("nobody", "was paged or told of incident " + incident));
    }
  }

  private void twice() {
    look.rows("notification", SEARCHED_TWICE)
        .forEach(row -> found.add(new Violation("page", "two searches for one incident: " + row)));
    look.rows(
            "notification",
            "select subject, convert_from(body, 'UTF8')::jsonb ->> 'attempt', count(*) from outbox"
                + " where type like '%.worker-paged.%' group by 1, 2 having count(*) > 1")
        .forEach(row -> found.add(new Violation("page", "one attempt told twice: " + row)));
    look.rows(
            "notification",
            "select staff, person from side group by 1, 2 having count(distinct audience) > 1")
        .forEach(row -> found.add(new Violation("page", "on both sides of a dyad: " + row)));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
