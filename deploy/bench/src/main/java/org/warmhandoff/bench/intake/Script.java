package org.warmhandoff.bench.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.bench.intake.Tables.Written;

/**
 * The script pgbench runs: one transaction with the rows the service wrote for one post, of the
 * same size, with ids and digests of their own. One statement a table with all its rows, as few
 * turns between client and server as pgbench can do.
 */
final class Script {

  /** Digests are looked for all over their index; anything else may be the same in every row. */
  private static final int DIGEST_BYTES = 32;

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{" + 2 * DIGEST_BYTES + "}");

  /** UUID versions: of time, and our own, of which those made in one burst begin alike. */
  private static final Set<Integer> NEARBY = Set.of(7, 8);

  private final String externalId;
  private final int clients;
  private final Map<String, Integer> ids = new HashMap<>();
  private int digests;

  private Script(String externalId, int clients) {
    this.externalId = externalId;
    this.clients = clients;
  }

  /**
   * Writes the script.
   *
   * @param written what one post wrote, each table after those it refers to
   * @param externalId the number of that post's incident
   */
  static String of(List<Written> written, String externalId, int clients) {
    return new Script(externalId, clients).text(written);
  }

  private String text(List<Written> written) {
    List<String> lines = new ArrayList<>();
    lines.add("\\set i :i + 1");
    lines.add("\\set n :i * " + clients + " + :client_id");
    lines.add("begin;");
    written.forEach(table -> lines.add(insert(table)));
    lines.add("commit;");
    lines.add("");
    return String.join("\n", lines);
  }

  private String insert(Written table) {
    List<String> rows = new ArrayList<>();
    for (List<@Nullable String> row : table.rows()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(value(row.get(i), table.columns().get(i).type()));
      }
      rows.add("(" + String.join(", ", values) + ")");
    }
    return "insert into "
        + table.table()
        + " ("
        + String.join(", ", table.columns().stream().map(Tables.Column::name).toList())
        + ") values "
        + String.join(", ", rows)
        + ";";
  }

  private String value(@Nullable String value, String type) {
    if (value == null) {
      return "null::" + type;
    }
    if (type.equals("timestamp with time zone")) {
      return "now()";
    }
    if (ID.matcher(value).matches()) {
      return type.equals("uuid") ? id(value) : id(value) + "::text";
    }
    if (value.equals(externalId)) {
      return "('P' || lpad(:n::text, 10, '0'))";
    }
    if (type.equals("bytea")) {
      return value.length() == 2 + 2 * DIGEST_BYTES ? digest() : quoted(value) + "::bytea";
    }
    if (DIGEST.matcher(value).matches()) {
      return "encode(" + digest() + ", 'hex')";
    }
    return quoted(value) + "::" + type;
  }

  /**
   * The same id wherever it stands; scattered, or one after another where the service's lie near.
   */
  private String id(String value) {
    int whose = ids.computeIfAbsent(value, v -> ids.size());
    if (NEARBY.contains(UUID.fromString(value).version())) {
      return "(lpad(to_hex(:n::bigint), 16, '0') || lpad('" + whose + "', 16, '0'))::uuid";
    }
    return "md5(:n::text || '-" + whose + "')::uuid";
  }

  private String digest() {
    return "sha256((:n::text || '-" + digests++ + "')::bytea)";
  }

  /** A colon would begin one of pgbench's variables. */
  private static String quoted(String text) {
    String escaped =
        Objects.requireNonNull(text).replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a");
    return "E'" + escaped + "'";
  }
}
