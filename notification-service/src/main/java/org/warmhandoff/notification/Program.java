package org.warmhandoff.notification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.notification.Decision.Crew;

/**
 * One version of a program: whom it helps, how, when, on what fact, and who answers for it. A new
 * program of a new kind is a new row, never new code.
 *
 * @param responseTarget from the triggering fact until a worker said yes; null: none is set
 * @param supervisorAfter pages on this rung until its supervisors are told; 0: everyone on duty
 *     first
 * @param crewRoles what the two of a crew are, a skill each by its place; empty where that is not
 *     said
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
    @Nullable String agency,
    @Nullable Duration responseTarget,
    int supervisorAfter,
    List<String> languages,
    List<String> skills,
    List<String> crewRoles,
    @Nullable String helpLine) {

  private static final int TWO = 2;
  private static final Duration LONGEST = Duration.ofDays(14);
  private static final String NUMBER = "[+]?[0-9][0-9 ().-]{1,24}( ?(ext\\.?|x) ?[0-9]{1,6})?";

  public Program {
    policeServices = Set.copyOf(policeServices);
    windows = List.copyOf(windows);
    supervisors = List.copyOf(supervisors);
    languages = List.copyOf(languages);
    skills = List.copyOf(skills);
    crewRoles = List.copyOf(crewRoles);
  }

  /** Live help works while the scene needs it; follow-up shows nobody's identity before consent. */
  public enum Kind {
    LIVE_HELP,
    FOLLOW_UP
  }

  /** Who is asked. */
  public enum Staffing {
    /** One worker after the other, each alone. */
    ROTA,
    /** Everyone on duty at once; it is the first one's who takes it. */
    POOL,
    /** Two who go together. */
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
        EligibilityRule.of(eligible == null ? EligibilitySpec.usual() : eligible, "/eligible"),
        Codes.read(Staffing.class, spec.staffing(), "/staffing"),
        duration(required(spec.answerWithin(), "/answerWithin"), "/answerWithin"),
        nextRung(spec.nextRung(), code),
        Codes.read(OutsideWindow.class, spec.outsideWindow(), "/outsideWindow"),
        some(spec.supervisors(), "/supervisors").stream().distinct().toList(),
        spec.agency(),
        spec.responseTarget() == null ? null : duration(spec.responseTarget(), "/responseTarget"),
        supervisorAfter(spec.supervisorAfter()),
        codes(spec.languages(), "/languages"),
        codes(spec.skills(), "/skills"),
        codes(spec.crewRoles(), "/crewRoles"),
        helpLine(spec.helpLine()));
  }

  /** From when on help that is needed since then is late; null where no target is set. */
  @Nullable Instant lateAfter(Instant since) {
    return responseTarget == null ? null : since.plus(responseTarget);
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
    if (staffing == Staffing.POOL && mode.travels()) {
      throw new Flaw("/staffing", "rota or crew-of-two, since they go there");
    }
    if (!crewRoles.isEmpty() && (staffing != Staffing.CREW_OF_TWO || crewRoles.size() != TWO)) {
      throw new Flaw("/crewRoles", "two, for a crew-of-two only");
    }
    if (eligible.mayPass() && nextRung == null) {
      throw new Flaw("/nextRung", "a program, since an unknown is passed on to it");
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

  /** What whoever has this place of a crew is; null where that is not said. */
  public @Nullable String roleAt(int place) {
    return place < crewRoles.size() ? crewRoles.get(place) : null;
  }

  /** Whether each of a crew is what their place asks for. */
  boolean hasItsRoles(Crew crew, Map<UUID, Worker> workers) {
    for (int place = 0; place < crewRoles.size() && place < crew.staff().size(); place++) {
      Worker worker = workers.get(crew.staff().get(place));
      if (worker == null || !worker.canBe(crewRoles.get(place))) {
        return false;
      }
    }
    return true;
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
    List<ProgramSpec.Holiday> holidays = spec.holidays() == null ? List.of() : spec.holidays();
    Set<LocalDate> off = new HashSet<>();
    for (int i = 0; i < holidays.size(); i++) {
      off.add(Window.date(holidays.get(i).date(), "/holidays/" + i + "/date"));
    }
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      windows.add(Window.of(specs.get(i), off, zone, "/windows/" + i));
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

  private static Duration duration(String text, String pointer) {
    try {
      Duration within = Duration.parse(text);
      if (within.isPositive() && within.compareTo(LONGEST) <= 0) {
        return within;
      }
    } catch (DateTimeException unreadable) {
      // said below, together with what is out of range
    }
    throw new Flaw(pointer, "an ISO 8601 duration above zero and at most P14D");
  }

  private static int supervisorAfter(@Nullable Integer pages) {
    if (pages != null && pages < 1) {
      throw new Flaw("/supervisorAfter", "a number of pages above zero, or null");
    }
    return pages == null ? 0 : pages;
  }

  private static @Nullable String helpLine(@Nullable String number) {
    if (number != null && !number.matches(NUMBER)) {
      throw new Flaw("/helpLine", "a phone number, as 519-723-2711 or 519-255-6700 ext. 4879");
    }
    return number;
  }

  private static List<String> codes(@Nullable List<String> given, String pointer) {
    return given == null ? List.of() : List.copyOf(Codes.all(given, pointer));
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
