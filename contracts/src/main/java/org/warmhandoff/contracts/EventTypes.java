package org.warmhandoff.contracts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CloudEvents {@code type} of every event, read off the sealed families: {@code
 * org.warmhandoff.incident-reported.v1} for {@link IncidentEvent.IncidentReported}. The golden
 * files hold each name, so renaming a record fails the build instead of breaking a consumer.
 */
public final class EventTypes {

  private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
          String kebab = WORD.matcher(event.getSimpleName()).replaceAll("-");
          return "org.warmhandoff." + kebab.toLowerCase(Locale.ROOT) + ".v1";
        }
      };

  private static final Map<String, Class<? extends Event>> BY_NAME =
      records(Event.class)
          .collect(Collectors.toUnmodifiableMap(EventTypes::name, Function.identity()));

  private EventTypes() {}

  /** The wire name of an event's type. */
  public static String name(Class<? extends Event> event) {
    return NAMES.get(event);
  }

  /** The record a wire name stands for; empty for a type this release does not know. */
  public static Optional<Class<? extends Event>> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Every event there is, in the order of its wire name. */
  public static List<Class<? extends Event>> all() {
    return BY_NAME.values().stream()
        .sorted(Comparator.comparing(EventTypes::name))
        .<Class<? extends Event>>map(Function.identity())
        .toList();
  }

  private static Stream<Class<? extends Event>> records(Class<? extends Event> family) {
    if (!family.isSealed()) {
      return Stream.of(family);
    }
    return Stream.of(family.getPermittedSubclasses())
        .flatMap(member -> records(member.asSubclass(Event.class)));
  }
}
