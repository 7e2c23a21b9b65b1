package org.warmhandoff.eventing.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.warmhandoff.testbed.Sql;

/** What a consumer has set aside of one aggregate, what was done about it, and what it handled. */
record Aside(String consumer, Ward ward, Facts facts) {

  private static final Sql SQL = Sql.database("incident");

  SetAside first() {
    return set().orElseThrow();
  }

  Optional<SetAside> set() {
    return SQL
        .rows(
            "select number from quarantine where consumer = ? and record_key = ?"
                + " and behind is null order by number",
            consumer,
            facts.subject().toString())
        .stream()
        .findFirst()
        .flatMap(row -> ward.find((Long) Objects.requireNonNull(row.get("number"))))
        .map(Ward.Record::row);
  }

  List<String> log() {
    return SQL
        .rows("select action from repair_log where subject = ? order by number", facts.subject())
        .stream()
        .map(row -> String.valueOf(row.get("action")))
        .toList();
  }

  List<Long> handled() {
    return SQL
        .rows(
            "select version from ledger where consumer = ? and subject = ? order by number",
            consumer,
            facts.subject())
        .stream()
        .map(row -> (Long) Objects.requireNonNull(row.get("version")))
        .toList();
  }
}
