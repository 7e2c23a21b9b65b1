package org.warmhandoff.analytics.gathering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One statement with named parameters, run on the connection of the inbox's transaction. */
final class FactSql {

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

  private final String sql;
  private final List<String> names = new ArrayList<>();

  /**
   * @param named SQL in which {@code :name} stands for a parameter
   */
  FactSql(String named) {
    Matcher parameters = PARAMETER.matcher(named);
    StringBuilder positional = new StringBuilder();
    while (parameters.find()) {
      names.add(parameters.group(1));
      parameters.appendReplacement(positional, "?");
    }
    parameters.appendTail(positional);
    sql = positional.toString();
  }

  /**
   * Runs it; a parameter without a value is null.
   *
   * @throws FactNotStored with the database's failure as cause
   */
  void run(DataSource database, Map<String, @Nullable Object> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int position = 1;
      for (String name : names) {
        statement.setObject(position++, jdbc(connection, values.get(name)));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new FactNotStored(e);
    }
  }

  private static @Nullable Object jdbc(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Enum<?> code -> code.name();
      case UUID[] ids -> connection.createArrayOf("uuid", ids);
      case String[] texts -> connection.createArrayOf("text", texts);
      case Boolean[] bits -> connection.createArrayOf("boolean", bits);
      case Instant[] instants -> connection.createArrayOf("timestamptz", texts(instants));
      case null -> null;
      default -> value;
    };
  }

  private static @Nullable String[] texts(@Nullable Instant[] instants) {
    @Nullable String[] texts = new @Nullable String[instants.length];
    for (int i = 0; i < instants.length; i++) {
      Instant instant = instants[i];
      texts[i] = instant == null ? null : instant.toString();
    }
    return texts;
  }

  /** The database refused a statement; whether it passes by itself is the inbox's to judge. */
  static final class FactNotStored extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactNotStored(SQLException cause) {
      super("a fact could not be stored", cause);
    }
  }
}
