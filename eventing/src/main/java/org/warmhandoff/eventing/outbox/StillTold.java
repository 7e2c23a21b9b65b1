package org.warmhandoff.eventing.outbox;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.eventing.Recalled;

/** What may still be told of that which was to be told before. */
record StillTold(Iterable<Recalled> rules) {

  private record Kind(String topic, String type) {
    static Kind of(Row row) {
      return new Kind(row.topic(), row.head().type());
    }
  }

  /**
   * Those of these rows that no rule recalls now.
   *
   * @throws SQLException where a rule could not be asked: the relay tries again
   */
  List<Row> amongst(List<Row> rows) throws SQLException {
    Map<Kind, Set<UUID>> subjects = new HashMap<>();
    rows.forEach(
        row ->
            subjects
                .computeIfAbsent(Kind.of(row), kind -> new HashSet<>())
                .add(row.head().subject()));
    Map<Kind, Set<UUID>> untold = new HashMap<>();
    try {
      subjects.forEach(
          (kind, ids) ->
              rules.forEach(
                  rule ->
                      untold
                          .computeIfAbsent(kind, one -> new HashSet<>())
                          .addAll(rule.amongst(kind.topic(), kind.type(), ids))));
    } catch (RuntimeException e) {
      throw new SQLException("it cannot be asked what is recalled", e);
    }
    return rows.stream()
        .filter(row -> !untold.getOrDefault(Kind.of(row), Set.of()).contains(row.head().subject()))
        .toList();
  }
}
