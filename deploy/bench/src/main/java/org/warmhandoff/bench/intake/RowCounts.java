package org.warmhandoff.bench.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmhandoff.bench.ground.Ground;

/** Rows of every table, so that nobody is compared with somebody who writes less. */
record RowCounts(Map<String, Long> rows) {

  /** Rows a post that may be anybody's: what is written every few seconds beside the posts. */
  private static final double BESIDE = 0.05;

  /** Counted by the minute, however many posts there are. */
  private static final String BY_THE_MINUTE = "intake_tally";

  /** Counts them one by one. */
  static RowCounts of(Ground ground, String database) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = ground.superuser(database);
        Statement statement = connection.createStatement()) {
      for (String table : Tables.of(connection)) {
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    return new RowCounts(rows);
  }

  /** Rows a post since then, in tables that grew by more than what is written beside the posts. */
  Map<String, Double> perPost(RowCounts before, long posts) {
    Map<String, Double> perPost = new TreeMap<>();
    rows.forEach(
        (table, count) -> {
          double each = (count - before.rows().getOrDefault(table, 0L)) / (double) posts;
          if (each > BESIDE && !table.equals(BY_THE_MINUTE)) {
            perPost.put(table, each);
          }
        });
    return perPost;
  }

  /** Tables in which one wrote more rows a post than the other; none is as it should be. */
  static List<String> differences(Map<String, Double> ours, Map<String, Double> other) {
    TreeSet<String> tables = new TreeSet<>(ours.keySet());
    tables.addAll(other.keySet());
    List<String> differences = new ArrayList<>();
    for (String table : tables) {
      double one = ours.getOrDefault(table, 0.0);
      double two = other.getOrDefault(table, 0.0);
      if (Math.abs(one - two) > BESIDE) {
        differences.add(String.format(Locale.ROOT, "%s %.2f and %.2f", table, one, two));
      }
    }
    return differences;
  }

  /** Tables in which one wrote more rows a post than the other did. */
  static List<String> more(Map<String, Double> one, Map<String, Double> other) {
    List<String> more = new ArrayList<>();
    one.forEach(
        (table, each) -> {
          double others = other.getOrDefault(table, 0.0);
          if (each > others + BESIDE) {
            more.add(String.format(Locale.ROOT, "%s %.2f and %.2f", table, each, others));
          }
        });
    return more;
  }

  /** {@code incident 1.00, outbox 1.00}. */
  static String words(Map<String, Double> perPost) {
    List<String> words = new ArrayList<>();
    perPost.forEach((table, each) -> words.add(String.format(Locale.ROOT, "%s %.2f", table, each)));
    return String.join(", ", words);
  }
}
