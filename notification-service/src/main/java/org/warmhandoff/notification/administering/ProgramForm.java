package org.warmhandoff.notification.administering;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.EligibilitySpec;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.ProgramSpec;
import org.warmhandoff.notification.WindowSpec;

/**
 * What the form of a program's page holds, as text; what the form has no field for stays as it was.
 * Durations are minutes.
 *
 * @param holidays a line each: a local date, and a name after it
 */
record ProgramForm(
    String name,
    FormHelp help,
    List<Hours> windows,
    List<Asks> asks,
    String municipalities,
    String answerWithin,
    String responseTarget,
    String supervisorAfter,
    String nextRung,
    String outsideWindow,
    String helpLine,
    String holidays) {

  static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private static final Pattern WEEKLY =
      Pattern.compile("FREQ=WEEKLY;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)");
  private static final String DAILY = "FREQ=DAILY";
  private static final String WAIT = "wait";

  /**
   * One window; the last one of a form is empty, for one more.
   *
   * @param rule where it is no list of weekdays
   */
  record Hours(List<String> days, String rule, String from, String to) {
    boolean isEmpty() {
      return days.isEmpty() && rule.isBlank() && from.isBlank() && to.isBlank();
    }

    static Hours of(WindowSpec window) {
      String rule = or(window.rule());
      Matcher weekly = WEEKLY.matcher(rule);
      boolean days = weekly.matches() || DAILY.equals(rule);
      return new Hours(
          weekly.matches()
              ? List.of(weekly.group(1).split(","))
              : DAILY.equals(rule) ? WEEKDAYS : List.of(),
          days ? "" : rule,
          or(window.from()),
          or(window.to()));
    }

    WindowSpec over(@Nullable WindowSpec before) {
      String picked =
          days.size() == WEEKDAYS.size() ? DAILY : "FREQ=WEEKLY;BYDAY=" + String.join(",", days);
      return new WindowSpec(
          days.isEmpty() ? rule.strip() : picked,
          from.strip(),
          to.strip(),
          before == null ? null : before.start(),
          before == null ? null : before.except());
    }
  }

  /** One criterion with what it may ask, and what an unknown means. */
  record Asks(String criterion, String wanted, List<String> options, String unknown) {}

  static ProgramForm of(ProgramSpec spec) {
    List<Hours> windows = new ArrayList<>();
    if (spec.windows() != null) {
      spec.windows().forEach(window -> windows.add(Hours.of(window)));
    }
    windows.add(new Hours(List.of(), "", "", ""));
    EligibilitySpec rule = spec.eligible() == null ? EligibilitySpec.usual() : spec.eligible();
    Map<String, String> unknown = rule.unknown() == null ? Map.of() : rule.unknown();
    List<Asks> asks = new ArrayList<>();
    FormCriteria.OPTIONS.forEach(
        (criterion, options) ->
            asks.add(
                new Asks(
                    criterion,
                    Objects.requireNonNullElse(
                        FormCriteria.wanted(rule, criterion), options.getFirst()),
                    options,
                    unknown.getOrDefault(criterion, WAIT))));
    return new ProgramForm(
        or(spec.name()),
        FormHelp.of(spec),
        windows,
        asks,
        rule.municipalities() == null ? "" : String.join(", ", rule.municipalities()),
        minutes(spec.answerWithin()),
        minutes(spec.responseTarget()),
        spec.supervisorAfter() == null ? "" : spec.supervisorAfter().toString(),
        or(spec.nextRung()),
        or(spec.outsideWindow()),
        or(spec.helpLine()),
        spec.holidays() == null
            ? ""
            : String.join(
                "\n",
                spec.holidays().stream()
                    .map(day -> (or(day.date()) + " " + or(day.name())).strip())
                    .toList()));
  }

  /** What was sent, to be read, or to be shown again as it was. */
  static ProgramForm of(MultivaluedMap<String, String> sent) {
    List<Hours> windows = new ArrayList<>();
    for (int i = 0; sent.containsKey("from-" + i); i++) {
      windows.add(
          new Hours(
              sent.getOrDefault("days-" + i, List.of()),
              one(sent, "rule-" + i),
              one(sent, "from-" + i),
              one(sent, "to-" + i)));
    }
    List<Asks> asks = new ArrayList<>();
    FormCriteria.OPTIONS.forEach(
        (criterion, options) ->
            asks.add(
                new Asks(
                    criterion, one(sent, criterion), options, one(sent, "unknown-" + criterion))));
    return new ProgramForm(
        one(sent, "name"),
        FormHelp.of(sent),
        windows,
        asks,
        one(sent, "municipalities"),
        one(sent, "answer-within"),
        one(sent, "response-target"),
        one(sent, "supervisor-after"),
        one(sent, "next-rung"),
        one(sent, "outside-window"),
        one(sent, "help-line"),
        one(sent, "holidays"));
  }

  /**
   * The program as the form has it now.
   *
   * @throws Flaw where a number is none
   */
  ProgramSpec over(ProgramSpec base) {
    List<WindowSpec> old = base.windows() == null ? List.of() : base.windows();
    List<WindowSpec> written = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      if (!windows.get(i).isEmpty()) {
        written.add(windows.get(i).over(i < old.size() ? old.get(i) : null));
      }
    }
    return new ProgramSpec(
        base.code(),
        name.strip(),
        base.policeServices(),
        base.jurisdiction(),
        base.audience(),
        help.mode(),
        help.kind(),
        written,
        help.zone().strip(),
        help.trigger(),
        eligible(base.eligible() == null ? EligibilitySpec.usual() : base.eligible()),
        help.staffing(),
        duration(answerWithin, base.answerWithin(), "/answerWithin"),
        blank(nextRung),
        outsideWindow,
        base.supervisors(),
        base.agency(),
        duration(responseTarget, base.responseTarget(), "/responseTarget"),
        supervisorAfter.isBlank() ? null : (Integer) number(supervisorAfter, "/supervisorAfter"),
        holidays(base),
        FormHelp.list(help.languages(), base.languages()),
        FormHelp.list(help.skills(), base.skills()),
        FormHelp.list(help.crewRoles(), base.crewRoles()),
        blank(helpLine));
  }

  private EligibilitySpec eligible(EligibilitySpec base) {
    Map<String, String> wanted = new TreeMap<>();
    Map<String, String> unknown = new TreeMap<>();
    for (Asks one : asks) {
      String before = FormCriteria.wanted(base, one.criterion());
      boolean usual = before == null && one.wanted().equals(one.options().getFirst());
      if (!usual) {
        wanted.put(one.criterion(), one.wanted());
      }
      if (!one.unknown().equals(WAIT)) {
        unknown.put(one.criterion(), one.unknown());
      }
    }
    Map<String, String> kept = base.unknown() == null ? Map.of() : base.unknown();
    if (kept.containsKey("municipality")) {
      unknown.put("municipality", kept.get("municipality"));
    }
    List<String> places =
        List.of(municipalities.split("[\\s,]+")).stream().filter(code -> !code.isBlank()).toList();
    return new EligibilitySpec(
        wanted.get("domestic"),
        wanted.get("charge"),
        wanted.get("physical"),
        wanted.get("arrest"),
        wanted.get("status"),
        wanted.get("relationship"),
        wanted.get("asked"),
        wanted.get("risk"),
        places.isEmpty() ? null : places,
        unknown.isEmpty() ? null : unknown);
  }

  private @Nullable List<ProgramSpec.Holiday> holidays(ProgramSpec base) {
    List<ProgramSpec.Holiday> days =
        holidays
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> line.split("\\s+", 2))
            .map(line -> new ProgramSpec.Holiday(line[0], line.length > 1 ? line[1] : null))
            .toList();
    return days.isEmpty() && base.holidays() == null ? null : days;
  }

  private static String minutes(@Nullable String duration) {
    try {
      return duration == null ? "" : String.valueOf(Duration.parse(duration).toMinutes());
    } catch (DateTimeException unreadable) {
      return duration;
    }
  }

  /** What says the same as before stays written as it was. */
  private static @Nullable String duration(
      String minutes, @Nullable String before, String pointer) {
    if (minutes.isBlank()) {
      return null;
    }
    return minutes.strip().equals(minutes(before))
        ? before
        : Duration.ofMinutes(number(minutes, pointer)).toString();
  }

  private static int number(String text, String pointer) {
    if (!text.strip().matches("[0-9]{1,6}")) {
      throw new Flaw(pointer, "a whole number");
    }
    return Integer.parseInt(text.strip());
  }

  private static String one(MultivaluedMap<String, String> sent, String field) {
    return or(sent.getFirst(field));
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static String or(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
