package org.warmhandoff.eventing.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The relay's side of telling a topic again. */
record RepublishTable(Planning planning, Connection connection, String source) {

  private static final String UNDER_WAY =
      "select number, topic, since::text, until_seq, at_seq from republish"
          + " where finished_at is null";

  /** In the order of telling; in short stretches, so that none takes long where most are others. */
  private static final String PAGE =
      "select "
          + Row.COLUMNS
          + " from outbox where seq > ? and seq <= ? and recorded_at >= ?::timestamptz"
          + " and (?::text is null or topic = ?) order by seq limit ?";

  /** Older versions of these aggregates that are still to be told again. */
  private static final String BEFORE =
      "select "
          + Row.COLUMNS
          + """
           from outbox where seq in (
            select o.seq from unnest(?::text[], ?::uuid[], ?::bigint[]) as n (topic, subject, version)
            join outbox o on o.topic = n.topic and o.subject = n.subject and o.version < n.version
            where o.seq > ? and o.seq <= ? and o.recorded_at >= ?::timestamptz
              and (?::text is null or o.topic = ?))
          order by seq""";

  /** How far it is; it ends with its last fact. */
  private static final String MOVE =
      """
      update republish set at_seq = ?, sent = sent + ?, left_out = left_out + ?,
        finished_at = case when ? >= until_seq then clock_timestamp() end
      where number = ?""";

  /** News goes out beside it and is to be told again too, in its turn. */
  private static final String REACH =
      """
      update republish set until_seq = greatest(until_seq,
        coalesce(?::bigint, (select max(seq) from outbox), 0))
      where number = ? returning until_seq""";

  /**
   * A republish under way.
   *
   * @param topic null for all
   * @param since as the database writes it
   */
  record Job(long number, @Nullable String topic, String since, long until, long at) {
    Job movedTo(long seq) {
      return new Job(number, topic, since, until, seq);
    }

    Job reachingTo(long seq) {
      return new Job(number, topic, since, Math.max(until, seq), at);
    }
  }

  Optional<Job> underWay() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNDER_WAY);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Job(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5)))
          : Optional.empty();
    }
  }

  List<Row> page(Job job, long upTo, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setLong(1, job.at());
      select.setLong(2, upTo);
      select.setString(3, job.since());
      select.setString(4, job.topic());
      select.setString(5, job.topic());
      select.setInt(6, limit);
      return rows(select);
    }
  }

  List<Row> before(Job job, List<Row> news) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BEFORE)) {
      select.setArray(1, array("text", news.stream().map(Row::topic).toArray()));
      select.setArray(2, array("uuid", news.stream().map(row -> row.head().subject()).toArray()));
      select.setArray(3, array("bigint", news.stream().map(row -> row.head().version()).toArray()));
      select.setLong(4, job.at());
      select.setLong(5, job.until());
      select.setString(6, job.since());
      select.setString(7, job.topic());
      select.setString(8, job.topic());
      return rows(select);
    }
  }

  /**
   * Has it reach to a fact at least.
   *
   * @param seq null for the newest there is
   * @return the job as it is now
   */
  Job reach(Job job, @Nullable Long seq) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REACH)) {
      update.setObject(1, seq, Types.BIGINT);
      update.setLong(2, job.number());
      try (ResultSet row = update.executeQuery()) {
        return row.next() ? job.reachingTo(row.getLong(1)) : job;
      }
    }
  }

  void move(Job job, long seq, int sent, int leftOut) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, seq);
      update.setInt(2, sent);
      update.setInt(3, leftOut);
      update.setLong(4, seq);
      update.setLong(5, job.number());
      update.executeUpdate();
    }
  }

  private List<Row> rows(PreparedStatement select) throws SQLException {
    return planning.anew(
        () -> {
          try (ResultSet result = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
              rows.add(Row.read(result, 1, source));
            }
            return rows;
          }
        });
  }

  private Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
