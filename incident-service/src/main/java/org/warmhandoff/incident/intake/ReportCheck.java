package org.warmhandoff.incident.intake;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.ReportedFacts;
import org.warmhandoff.incident.intake.reading.Reading;
import org.warmhandoff.incident.intake.reading.ReportJson;

/** Tells what intake makes of a document. Nothing is looked up and nothing is kept. */
@ApplicationScoped
class ReportCheck {

  private static final String FRENCH = "fr";

  private final CodeTable codes;
  private final InstantSource clock;

  ReportCheck(IntakeSettings settings, InstantSource clock) {
    this.codes = CodeTable.of(settings);
    this.clock = clock;
  }

  /** The words for a language that was asked for; English where there are none in it. */
  static IntakeMessages words(List<Locale> languages) {
    boolean french =
        languages.stream().findFirst().map(Locale::getLanguage).filter(FRENCH::equals).isPresent();
    return MessageBundles.get(IntakeMessages.class, Localized.Literal.of(french ? FRENCH : "en"));
  }

  /**
   * Checks one document.
   *
   * @param source whose own domestic types are among the known codes
   * @param posted opens what was sent; its refusal is told like any other
   */
  Checked check(
      long row, PoliceService source, IntakeMessages words, Supplier<PostedReport> posted) {
    try {
      PostedReport opened = posted.get();
      return told(
          row,
          opened.format().name().toLowerCase(Locale.ROOT),
          source,
          words,
          opened.explained(clock.instant()));
    } catch (Problem refused) {
      return told(row, "ours", source, words, Reading.refused(refused));
    }
  }

  /** What is told of a body that could not be opened, or broke off. */
  Checked refused(PoliceService source, IntakeMessages words, Problem refused) {
    return told(1, "ours", source, words, Reading.refused(refused));
  }

  private Checked told(
      long row, String format, PoliceService source, IntakeMessages words, Reading reading) {
    Report report = reading.report();
    Report coded = report == null ? null : codes.coded(source, report);
    Reading known =
        report == null || coded == null
            ? reading
            : reading.with(one -> coded(one, report.facts(), coded.facts()));
    // A report with stand-ins in it has nothing to be advised on.
    List<Advice> advice =
        report == null || coded == null || !reading.taken()
            ? List.of()
            : Advice.on(report, coded, source, clock.instant());
    return new Checked(
        row,
        format,
        known.taken(),
        known.refusals().stream().map(one -> refusal(one, known.stoppedAt(), words)).toList(),
        known.understood().stream()
            .map(one -> new Checked.Understood(one.pointer(), one.field(), one.as()))
            .toList(),
        known.ignored().stream()
            .map(
                one ->
                    new Checked.Ignored(
                        one.pointer(),
                        one.times(),
                        one.why().code(),
                        words.ignored(one.why().code())))
            .toList(),
        advice.stream().map(one -> hint(one, known, words)).toList());
  }

  /** A code that is known can identify nobody, and is told. */
  private static Reading.Understood coded(
      Reading.Understood one, ReportedFacts said, ReportedFacts told) {
    return switch (one.field()) {
      case "/type" -> as(one, said.type(), told.type());
      case "/municipality" -> as(one, said.municipality(), told.municipality());
      case "/placeKind" -> as(one, said.placeKind(), told.placeKind());
      default -> one;
    };
  }

  private static Reading.Understood as(
      Reading.Understood one, @Nullable String said, @Nullable String told) {
    String as =
        told != null && told.equals(said)
            ? told
            : "a code unknown here, told as " + (told == null ? "nothing" : told);
    return new Reading.Understood(one.pointer(), one.field(), as);
  }

  private static Checked.Refusal refusal(
      Problem refused, ReportJson.@Nullable Stop stop, IntakeMessages words) {
    String mend = words.mend(refused.code());
    if (stop != null) {
      mend =
          stop.twice()
              ? words.mend_twice(stop.line(), stop.column())
              : words.mend_json(stop.line(), stop.column());
    }
    return new Checked.Refusal(
        refused.type().toString(),
        refused.title(),
        refused.status(),
        refused.pointer(),
        refused.expected(),
        mend);
  }

  private static Checked.Hint hint(Advice advice, Reading reading, IntakeMessages words) {
    String pointer =
        reading.understood().stream()
            .filter(one -> one.field().equals(advice.field()))
            .map(Reading.Understood::pointer)
            .findFirst()
            .orElse(null);
    return new Checked.Hint(advice.code(), pointer, words.hint(advice.code()));
  }
}
