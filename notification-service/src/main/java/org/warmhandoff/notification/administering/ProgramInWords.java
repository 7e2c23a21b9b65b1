package org.warmhandoff.notification.administering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Criterion;
import org.warmhandoff.notification.EligibilityRule;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramSpec;
import org.warmhandoff.notification.WindowSpec;

/**
 * A program in the codes a page has words for; what is not there is empty, or 0.
 *
 * @param answerWithin minutes
 * @param responseTarget minutes
 * @param draftedBy who saved a change that is not in force yet
 */
record ProgramInWords(
    String code,
    String name,
    int version,
    String audience,
    String mode,
    String zone,
    List<Hours> hours,
    String holidays,
    List<Asks> asks,
    String staffing,
    long answerWithin,
    String nextRung,
    long responseTarget,
    String helpLine,
    String draftedBy) {

  /**
   * One window.
   *
   * @param days codes of its weekdays, every-day, or the rule itself where it is neither
   */
  record Hours(List<String> days, String from, String to) {}

  /**
   * One criterion.
   *
   * @param rule what it asks
   * @param places codes, for the municipality
   */
  record Asks(String rule, String places, String unknown) {}

  private static final String ANY = "any";
  private static final Pattern WEEKDAYS =
      Pattern.compile("FREQ=WEEKLY;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)");

  static ProgramInWords of(ProgramSpec spec, Program program, String draftedBy) {
    Duration target = program.responseTarget();
    return new ProgramInWords(
        program.code(),
        program.name(),
        program.version(),
        Codes.of(program.audience()),
        Codes.of(program.mode()),
        program.zone().getId(),
        (spec.windows() == null ? List.<WindowSpec>of() : spec.windows())
            .stream().map(ProgramInWords::hours).toList(),
        holidays(spec),
        asks(program.eligible()),
        Codes.of(program.staffing()),
        program.answerWithin().toMinutes(),
        or(program.nextRung()),
        target == null ? 0 : target.toMinutes(),
        or(program.helpLine()),
        draftedBy);
  }

  private static Hours hours(WindowSpec window) {
    String rule = or(window.rule());
    Matcher weekly = WEEKDAYS.matcher(rule);
    List<String> days =
        weekly.matches()
            ? List.of(weekly.group(1).split(","))
            : List.of("FREQ=DAILY".equals(rule) ? "every-day" : rule);
    return new Hours(days, or(window.from()), or(window.to()));
  }

  private static String holidays(ProgramSpec spec) {
    return spec.holidays() == null
        ? ""
        : String.join(
            ", ",
            spec.holidays().stream()
                .map(day -> (or(day.date()) + " " + or(day.name())).strip())
                .toList());
  }

  private static List<Asks> asks(EligibilityRule rule) {
    List<Asks> asks = new ArrayList<>();
    for (Criterion criterion : Criterion.values()) {
      String unknown = Codes.of(rule.whenUnknown(criterion));
      String wanted =
          switch (criterion) {
            case DOMESTIC -> Codes.of(rule.domestic());
            case RELATIONSHIP -> Codes.of(rule.relationship());
            case CHARGE -> Codes.of(rule.charge());
            case PHYSICAL -> Codes.of(rule.physical());
            case ARREST -> Codes.of(rule.arrest());
            case ASKED -> Codes.of(rule.asked());
            case RISK -> Codes.of(rule.risk());
            case MUNICIPALITY -> rule.municipalities().isEmpty() ? ANY : "places";
            case STATUS -> Codes.of(rule.status());
          };
      if (!ANY.equals(wanted)) {
        String places = String.join(", ", rule.municipalities().stream().sorted().toList());
        asks.add(
            new Asks(
                Codes.of(criterion) + "-" + wanted,
                criterion == Criterion.MUNICIPALITY ? places : "",
                unknown));
      }
    }
    return asks;
  }

  private static String or(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
