package org.warmhandoff.notification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.Topics;

/**
 * One version of a program: whom it helps, how, when, on what fact, and who answers for it. A new
 * program of a new kind is a new row, never new code.
 */
public record Program(
    String code,
    int version,
    String name,
    Set<String> policeServices,
    String jurisdiction,
    Audience audience,
    HelpMode mode,
    Kind kind,
    ZoneId zone,
    List<Window> windows,
    Trigger trigger,
    EligibilityRule eligible,
    Staffing staffing,
    Duration answerWithin,
    @Nullable String nextRung,
    OutsideWindow outsideWindow,
    List<UUID> supervisors,
    @Nullable String agency) {

  private static final Duration LONGEST_ANSWER = Duration.ofDays(14);

  public Program {
    policeServices = Set.copyOf(policeServices);
    windows = List.copyOf(windows);
    supervisors = List.copyOf(supervisors);
  }

  /** Live help works while the scene needs it; follow-up shows nobody's identity before consent. */
  public enum Kind {
    LIVE_HELP,
    FOLLOW_UP
  }

  /** Whether a rota entry names workers who answer alone, or two who go together. */
  public enum Staffing {
    ROTA,
    CREW_OF_TWO
  }

  /** What happens when it is needed outside its window. */
  public enum OutsideWindow {
    NEXT_RUNG,
    WAIT,
    NOBODY
  }

  /**
   * Reads a version.
   *
   * @throws Flaw at the first field that is missing or wrong
   */
  public static Program of(ProgramSpec spec, int version) {
    String code = required(spec.code(), "/code");
    if (!Topics.isAgencyCode(code)) {
      throw new Flaw("/code", "lower-case letters, digits and hyphens, 40 at most");
    }
    ZoneId zone = zone(spec.zone(), "/zone");
    EligibilitySpec eligible = spec.eligible();
    Trigger trigger = Codes.read(Trigger.class, spec.trigger(), "/trigger");
    return new Program(
        code,
        version,
        required(spec.name(), "/name"),
        Set.copyOf(some(spec.policeServices(), "/policeServices")),
        required(spec.jurisdiction(), "/jurisdiction"),
        Codes.read(Audience.class, spec.audience(), "/audience"),
        Codes.read(HelpMode.class, spec.mode(), "/mode"),
        Codes.read(Kind.class, spec.kind(), "/kind"),
        zone,
        windows(spec, zone),
        trigger,
        EligibilityRule.of(
            eligible == null ? new EligibilitySpec(null, null, null, null, null) : eligible,
            "/eligible"),
        Codes.read(Staffing.class, spec.staffing(), "/staffing"),
        answerWithin(spec.answerWithin()),
        nextRung(spec.nextRung(), code),
        Codes.read(OutsideWindow.class, spec.outsideWindow(), "/outsideWindow"),
        some(spec.supervisors(), "/supervisors").stream().distinct().toList(),
        spec.agency());
  }

  /**
   * The same, as it may be put into force now. A version already kept is read as it is, whatever
   * was asked of programs when it was put: routing must not stop at it.
   *
   * @throws Flaw also where fields do not go together
   */
  public Program fitToPut() {
    if (trigger == Trigger.CONSENT_GIVEN && (agency == null || agency.isBlank())) {
      throw new Flaw("/agency", "the agency whose consent starts it");
    }
    if (kind == Kind.FOLLOW_UP && mode != HelpMode.FOLLOW_UP && mode != HelpMode.OUTREACH) {
      throw new Flaw("/mode", "follow-up or outreach, since its kind is follow-up");
    }
    return this;
  }

  /** The service window open at this instant; of several, the one that closes last. */
  public Optional<Window.Span> windowAt(Instant instant) {
    return windows.stream()
        .flatMap(window -> window.at(instant).stream())
        .max(Comparator.comparing(Window.Span::closes));
  }

  /** The next service window to open. */
  public Optional<Window.Span> windowAfter(Instant instant) {
    return windows.stream()
        .flatMap(window -> window.after(instant).stream())
        .min(Comparator.comparing(Window.Span::opens));
  }

  /** Whether someone who goes for it is bound to one place, so that nothing else may call him. */
  public boolean bindsToScene() {
    return switch (mode) {
      case ON_SITE, SECOND_RESPONSE -> true;
      case VIRTUAL, CONTROL_ROOM, OUTREACH, FOLLOW_UP -> false;
    };
  }

  /**
   * Whether its triggering fact must still stand at every page: nobody is sent to a scene that is
   * not safe now, and nobody is assigned without consent.
   */
  public boolean needsItsTrigger() {
    return mode == HelpMode.ON_SITE || trigger == Trigger.CONSENT_GIVEN;
  }

  private static List<Window> windows(ProgramSpec spec, ZoneId zone) {
    List<WindowSpec> specs = some(spec.windows(), "/windows");
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      windows.add(Window.of(specs.get(i), zone, "/windows/" + i));
    }
    return windows;
  }

  static ZoneId zone(@Nullable String text, String pointer) {
    try {
      return ZoneId.of(required(text, pointer));
    } catch (DateTimeException unknown) {
      throw new Flaw(pointer, "an IANA time zone");
    }
  }

  private static @Nullable String nextRung(@Nullable String next, String code) {
    if (code.equals(next)) {
      throw new Flaw("/nextRung", "another program's code, or null");
    }
    return next;
  }

  private static Duration answerWithin(@Nullable String text) {
    try {
      Duration within = Duration.parse(required(text, "/answerWithin"));
      if (within.isPositive() && within.compareTo(LONGEST_ANSWER) <= 0) {
        return within;
      }
    } catch (DateTimeException unreadable) {
      // said below, together with what is out of range
    }
    throw new Flaw("/answerWithin", "an ISO 8601 duration above zero and at most P14D");
  }

  private static String required(@Nullable String value, String pointer) {
    if (value == null || value.isBlank()) {
      throw new Flaw(pointer, "a value");
    }
    return value;
  }

  private static <T> List<T> some(@Nullable List<T> values, String pointer) {
    if (values == null || values.isEmpty()) {
      throw new Flaw(pointer, "at least one entry");
    }
    return values;
  }
}
