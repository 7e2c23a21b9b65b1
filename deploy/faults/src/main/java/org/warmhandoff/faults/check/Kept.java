package org.warmhandoff.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.faults.play.Promises;

/** Every 2xx is stored, and every read an agency was answered is in both registers. */
final class Kept {

  private static final int STATES = 3;

  private static final Set<String> CALLED_OFF = Set.of("stood-down", "stopping");
  private static final List<String> HELP =
      List.of("accepted", "arrived", "in-contact", "concluded");
  private static final List<String> FACTS_OF_HELP =
      List.of("page-accepted", "worker-arrived", "contact-made", "assignment-concluded");

  /** A referral, its person and the fields of one read; the summary is not kept in the vault. */
  private static final String READ =
      """
      referral || ' ' || person || ' ' || (select string_agg(field, ',' order by field)
        from unnest(%s) as field where field <> 'INCIDENT_SUMMARY')""";

  private static final String REGISTERED =
      "select " + READ.formatted("categories") + ", count(*) from disclosure group by 1";
  private static final String REGISTERED_AS =
      "select " + READ.formatted("categories") + " from disclosure where id = ?";
  private static final String RECORDED =
      "select "
          + READ.formatted("fields")
          + ", count(*) from access_record where role = 'vault-reader' group by 1";

  private final Look look;
  private final Promises promises;
  private final List<Violation> found = new ArrayList<>();

  Kept(Look look, Promises promises) {
    this.look = look;
    this.promises = promises;
  }

  List<Violation> check() {
    promises.outrages.forEach(what -> found.add(new Violation("at the door", what)));
    reports();
    scenes();
    consents();
    answers();
    registers();
    return found;
  }

  private void reports() {
    for (Map.Entry<String, Integer> promise : promises.reported.entrySet()) {
      String[] key = promise.getKey().split(" ", -1);
      List<List<String>> rows =
          look.rows(
              "incident",
              "select priority from incident where police_service = ? and external_id = ?",
              key[0],
              key[1]);
      if (rows.size() != 1) {
        found.add(new Violation("stored", rows.size() + " incidents " + promise.getKey()));
      } else if (key[1].contains("-f")) {
        int state = STATES + 1 - Integer.parseInt(rows.getFirst().getFirst());
        if (state != promise.getValue()) {
          found.add(
              new Violation(
                  "stored",
                  "%s is in state %d, state %d was taken"
                      .formatted(promise.getKey(), state, promise.getValue())));
        }
      }
    }
  }

  private void scenes() {
    scene("scene-declared-safe", promises.safe);
    scene("scene-safety-revoked", promises.revoked);
    scene("officers-cleared", promises.cleared);
    scene("worker-wanted", promises.wanted);
  }

  private void scene(String event, Set<UUID> incidents) {
    Set<String> told =
        look.column(
            "incident",
            "select subject from outbox where type like ?",
            "org.warmhandoff." + event + ".v%");
    for (UUID incident : incidents) {
      if (!told.contains(incident.toString())) {
        found.add(new Violation("stored", "no " + event + " of incident " + incident));
      }
    }
  }

  private void consents() {
    Set<String> given = look.column("referral", "select id from consent");
    Set<String> withdrawn =
        look.column("referral", "select id from consent where standing = 'WITHDRAWN'");
    for (UUID consent : promises.consents) {
      if (!given.contains(consent.toString())) {
        found.add(new Violation("stored", "no consent " + consent));
      }
    }
    for (UUID consent : promises.withdrawn) {
      if (!withdrawn.contains(consent.toString())) {
        found.add(new Violation("stored", "consent " + consent + " is not withdrawn"));
      }
    }
  }

  private void answers() {
    promises.answered.forEach(
        (assignment, facts) -> facts.forEach(fact -> answered(assignment, fact)));
    for (UUID referral : promises.takenOn) {
      if (look.number(
              "referral",
              "select count(*) from referral_move where referral = ? and state = 'accepted'",
              referral)
          != 1) {
        found.add(new Violation("stored", "referral accepted: " + referral));
      }
    }
  }

  /** Told, and the assignment stands at least there; help that was called off stands elsewhere. */
  private void answered(UUID assignment, String fact) {
    long told =
        look.number(
            "notification",
            "select count(*) from outbox where subject = ? and type like ?",
            assignment,
            "org.warmhandoff." + fact + ".v%");
    // Who declines one page may decline the next of the same search.
    if (told == 0 || (told > 1 && !fact.equals("page-declined"))) {
      found.add(new Violation("stored", "%s of %s: %d times".formatted(fact, assignment, told)));
    }
    String state =
        look.rows("notification", "select state_code from assignment where id = ?", assignment)
            .getFirst()
            .getFirst();
    int reached = HELP.indexOf(state);
    int promised = FACTS_OF_HELP.indexOf(fact);
    if (promised >= 0 && reached < promised && !CALLED_OFF.contains(state)) {
      found.add(new Violation("stored", "%s is %s after %s".formatted(assignment, state, fact)));
    }
  }

  /**
   * The register's line is there before the vault is asked, and the vault's record before it
   * answers; either answer may be lost, so there are at least as many of each as of the next.
   */
  private void registers() {
    for (Map.Entry<UUID, Set<String>> read : promises.disclosed.entrySet()) {
      List<List<String>> lines =
          look.rows(
              "referral",
              "select array_to_string(categories, ',') from disclosure where id = ?",
              read.getKey());
      if (lines.size() != 1) {
        found.add(new Violation("audit", "a read that is not in the register"));
      } else if (!List.of(lines.getFirst().getFirst().split(",", -1))
          .containsAll(read.getValue())) {
        found.add(new Violation("audit", "read " + read.getValue() + ", registered " + lines));
      }
    }
    Map<String, Long> registered = numbers("referral", REGISTERED);
    Map<String, Long> recorded = numbers("incident", RECORDED);
    recorded.forEach(
        (read, times) -> {
          if (times > registered.getOrDefault(read, 0L)) {
            found.add(new Violation("audit", "the vault was read without a register: " + read));
          }
        });
    Map<String, Long> answered = new HashMap<>();
    for (UUID disclosure : promises.disclosed.keySet()) {
      look.rows("referral", REGISTERED_AS, disclosure)
          .forEach(row -> answered.merge(row.getFirst(), 1L, Long::sum));
    }
    answered.forEach(
        (read, times) -> {
          if (times > recorded.getOrDefault(read, 0L)) {
            found.add(new Violation("audit", "a read of the vault without a record: " + read));
          }
        });
  }

  private Map<String, Long> numbers(String database, String sql) {
    Map<String, Long> numbers = new HashMap<>();
    look.rows(database, sql).forEach(row -> numbers.put(row.get(0), Long.parseLong(row.get(1))));
    return numbers;
  }
}
