package org.warmhandoff.notification.administering;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramSpec;
import org.warmhandoff.notification.Trigger;

/**
 * What kind of help a form describes, and who gives it: codes, and lists with a comma between.
 *
 * @param crewRoles of the two of a crew, the first place first
 */
record FormHelp(
    String mode,
    String kind,
    String trigger,
    String staffing,
    String zone,
    String crewRoles,
    String languages,
    String skills) {

  /** What each of the first four may be. */
  record Choices(
      List<String> modes, List<String> kinds, List<String> triggers, List<String> staffings) {}

  static final Choices CHOICES =
      new Choices(
          codes(HelpMode.class),
          codes(Program.Kind.class),
          codes(Trigger.class),
          codes(Program.Staffing.class));

  static FormHelp of(ProgramSpec spec) {
    return new FormHelp(
        or(spec.mode()),
        or(spec.kind()),
        or(spec.trigger()),
        or(spec.staffing()),
        or(spec.zone()),
        listed(spec.crewRoles()),
        listed(spec.languages()),
        listed(spec.skills()));
  }

  static FormHelp of(MultivaluedMap<String, String> sent) {
    return new FormHelp(
        or(sent.getFirst("mode")),
        or(sent.getFirst("kind")),
        or(sent.getFirst("trigger")),
        or(sent.getFirst("staffing")),
        or(sent.getFirst("zone")),
        or(sent.getFirst("crew-roles")),
        or(sent.getFirst("languages")),
        or(sent.getFirst("skills")));
  }

  /** The list a field holds; what holds none says as little as it said before. */
  static @Nullable List<String> list(String field, @Nullable List<String> before) {
    List<String> all =
        Arrays.stream(field.split(",", -1))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
    return all.isEmpty() && before == null ? null : all;
  }

  private static <E extends Enum<E>> List<String> codes(Class<E> type) {
    return EnumSet.allOf(type).stream().map(Codes::of).toList();
  }

  private static String listed(@Nullable List<String> all) {
    return all == null ? "" : String.join(", ", all);
  }

  private static String or(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
