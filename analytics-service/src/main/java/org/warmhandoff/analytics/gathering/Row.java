package org.warmhandoff.analytics.gathering;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Head;

/** The values one event has for a row; what it does not say stays as it is. */
final class Row {

  private final Map<String, @Nullable Object> values = new HashMap<>();

  /** A row of the police service, jurisdiction and mode the event is of. */
  static Row of(Head head) {
    return new Row()
        .with("police_service", head.policeService())
        .with("jurisdiction", head.jurisdiction())
        .with("mode", head.mode());
  }

  Row with(String column, @Nullable Object value) {
    values.put(column, value);
    return this;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }
}
