package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A list kept as one value of a column. As a plain list it would not be stored again where it only
 * has other elements and not more of them: Hibernate's tracking of changes compares sizes.
 */
record Listed<T>(@JsonValue List<T> all) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Listed {
    all = List.copyOf(all);
  }
}
