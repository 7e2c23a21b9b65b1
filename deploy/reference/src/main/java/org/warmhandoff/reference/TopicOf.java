package org.warmhandoff.reference;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.Topics;

/** Asks the contracts which topic an event's type belongs on, with an empty event of the type. */
final class TopicOf {

  private static final String SOME_AGENCY = "some-agency";

  private TopicOf() {}

  /** The topic; an agency's with {@code {code}} where its code stands. */
  static String type(Class<? extends Event> type) {
    return Topics.of((Event) empty(type)).replace(SOME_AGENCY, "{code}");
  }

  private static Object empty(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components).map(component -> value(component.getType())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getSimpleName(), e);
    }
  }

  private static @Nullable Object value(Class<?> type) {
    if (type == UUID.class) {
      return new UUID(0, 0);
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == int.class) {
      return 0;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == String.class) {
      return SOME_AGENCY;
    }
    return type.isEnum() ? type.getEnumConstants()[0] : empty(type);
  }
}
