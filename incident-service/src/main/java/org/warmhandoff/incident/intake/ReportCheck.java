package org.warmhandoff.incident.intake;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
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
  private static final String UNREAD = "unread";
  private static final String UNKNOWN = "unknown-code";

  /** So many may wait for their turn; who comes then is asked to come again. */
  private static final int MOST_WAITING = 8;

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final CodeTable codes;

  /**
   * One document at a time in each process: a check may read its document forty times, and on no
   * account may checks take all cores from the posts beside them.
   */
  private final Semaphore turn = new Semaphore(1, true);

  private final InstantSource clock;

  ReportCheck(IntakeSettings settings, InstantSource clock) {
    this.codes = CodeTable.of(settings);
    this.clock = clock;
  }

  /** The words for the first language that was asked for and that we have; else English. */
  static IntakeMessages words(List<Locale> languages) {
    boolean french =
        languages.stream()
            .map(Locale::getLanguage)
            .filter(language -> language.equals(FRENCH) || language.equals("en"))
            .findFirst()
            .filter(FRENCH::equals)
            .isPresent();
    return MessageBundles.get(IntakeMessages.class, Localized.Literal.of(french ? FRENCH : "en"));
  }

  /**
   * Refuses a check where many wait already.
   *
   * @throws Problem 429
   */
  void refuseIfCrowded() {
    if (turn.getQueueLength() >= MOST_WAITING) {
      throw Problem.tooMany("too-many-posts", "Too many documents are being checked.", AGAIN);
    }
  }

  /**
   * Checks one document, when it is its turn.
   *
   * @param source whose own domestic types are among the known codes
   * @param posted opens what was sent; its refusal is told like any other
   */
  Checked check(
      long row, PoliceService source, IntakeMessages words, Supplier<PostedReport> posted) {
    turn.acquireUninterruptibly();
    try {
      PostedReport opened = posted.get();
      return told(
          row,
          opened.format().name().toLowerCase(Locale.ROOT),
          source,
          words,
          opened.explained(clock.instant()));
    } catch (Problem refused) {
      return refused(row, source, words, refused);
    } finally {
      turn.release();
    }
  }

  /** What is told of a body that could not be opened, or broke off in this row. */
  Checked refused(long row, PoliceService source, IntakeMessages words, Problem refused) {
    return told(row, UNREAD, source, words, Reading.refused(refused));
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
        known.understood().stream().map(one -> understood(one, words)).toList(),
        known.ignored().stream().map(one -> ignored(one, words)).toList(),
        advice.stream().map(one -> hint(one, known, words)).toList(),
        known.cut());
  }

  private static Checked.Understood understood(Reading.Understood one, IntakeMessages words) {
    String code = one.code();
    String as = code == null ? words.kind(one.kind()) : code;
    if (one.kind().equals(UNKNOWN)) {
      as = code == null ? words.kind_not_told() : words.kind_told_as(code);
    }
    return new Checked.Understood(one.pointer(), one.field(), one.kind(), as);
  }

  private static Checked.Ignored ignored(Reading.Ignored one, IntakeMessages words) {
    String why = one.why().code();
    boolean unnamed = one.nth() > 0;
    return new Checked.Ignored(
        one.pointer(),
        one.times(),
        why,
        words.ignored(why),
        unnamed ? one.nth() : null,
        unnamed ? one.of() : null);
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
    boolean known = told != null && told.equals(said);
    return new Reading.Understood(one.pointer(), one.field(), known ? one.kind() : UNKNOWN, told);
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
