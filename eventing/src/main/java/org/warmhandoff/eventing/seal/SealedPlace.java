package org.warmhandoff.eventing.seal;

/**
 * A column whose values are sealed under the master key.
 *
 * @param key the column that names a row, unique
 * @param keyType its SQL type, for example {@code uuid}
 * @param before a value smaller than every key
 * @param context SQL expression of the context a row's value is sealed in
 */
public record SealedPlace(
    String table, String key, String keyType, String before, String column, String context) {

  /** The table of a row's opaque id. */
  public static SealedPlace byId(String table, String column, String context) {
    return new SealedPlace(
        table, "id", "uuid", "00000000-0000-0000-0000-000000000000", column, context);
  }

  /** The table of a row's name. */
  public static SealedPlace byName(String table, String key, String column, String context) {
    return new SealedPlace(table, key, "text", "", column, context);
  }

  /** Those after a key that are sealed under an older key, in order. */
  String select() {
    return """
        select %1$s::text, %2$s, %3$s from %4$s
        where %1$s > cast(? as %5$s) and length(%3$s) > 0 and substring(%3$s from 1 for ?) <> ?
        order by %1$s limit ?"""
        .formatted(key, context, column, table, keyType);
  }

  /** Only where it is still what was read: whoever wrote it since sealed it under the newest. */
  String update() {
    return "update %1$s set %2$s = ? where %3$s = cast(? as %4$s) and %2$s = ?"
        .formatted(table, column, key, keyType);
  }
}
