package org.warmhandoff.eventing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.hibernate.query.NativeQuery;

/**
 * Native queries for one column. Asked for by its Java class alone, Hibernate (7.2) does not
 * recognise the plan it made for the same query before: it keeps one more for every call, all of
 * one hash, and looks through them all at the next.
 */
public final class OneColumn {

  private OneColumn() {}

  /**
   * A query whose plan is made once.
   *
   * @param column its name in the result
   */
  public static <T> TypedQuery<T> of(
      EntityManager entities, String sql, String column, Class<T> type) {
    @SuppressWarnings("unchecked")
    NativeQuery<T> query = entities.createNativeQuery(sql).unwrap(NativeQuery.class);
    return query.addScalar(column, type);
  }
}
