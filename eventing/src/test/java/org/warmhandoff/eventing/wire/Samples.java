package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;

/** Fills events by their components' names and types, the same each time. */
final class Samples {

  private static final Instant INSTANT = Instant.parse("2026-03-08T06:59:59.123456Z");

  private Samples() {}

  /** Every component there. */
  static <E extends Event> E full(Class<E> type) {
    return type.cast(record(type, true));
  }

  /** Only what must be there; lists empty. */
  static <E extends Event> E bare(Class<E> type) {
    return type.cast(record(type, false));
  }

  private static Object record(Class<?> type, boolean full) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      values[i] =
          optional && !full
              ? null
              : value(components[i].getName(), components[i].getGenericType(), full);
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getSimpleName(), e);
    }
  }

  private static Object value(String name, Type type, boolean full) {
    if (type instanceof ParameterizedType list) {
      Type element = list.getActualTypeArguments()[0];
      return full
          ? List.of(value(name, element, true), value(name + "-2", element, true))
          : List.of();
    }
    Class<?> plain = (Class<?>) type;
    if (plain == UUID.class) {
      return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
    if (plain == Instant.class) {
      return INSTANT;
    }
    if (plain == int.class) {
      return 2;
    }
    if (plain == boolean.class) {
      return true;
    }
    if (plain == String.class) {
      return switch (name) {
        case "agency" -> "hiatus-house";
        case "zone" -> "America/Toronto";
        case "language", "languages", "languages-2" -> "fr-CA";
        case "helpLine" -> "555-0142";
        default -> name + "-code";
      };
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[Math.min(name.endsWith("-2") ? 2 : 1, constants.length - 1)];
    }
    return record(plain, full);
  }
}
