package org.warmhandoff.notification.watching;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.NotificationMessages;
import org.warmhandoff.notification.Reason;
import org.warmhandoff.notification.Reasons;

/**
 * One decision in sentences.
 *
 * @param at business time of the decision
 * @param zone IANA zone of the incident
 * @param assignment whose search it was; null where every program was weighed
 * @param steps what was done, in order
 */
public record Explanation(
    Instant at,
    String zone,
    @Nullable UUID assignment,
    List<SaidOfProgram> programs,
    List<String> steps) {

  /**
   * One program.
   *
   * @param eligible why it is for this incident or not
   * @param start why it starts now or does not
   */
  public record SaidOfProgram(
      String program, int version, String eligible, String start, List<SaidOfWorker> workers) {}

  /** One worker or crew, by ids. */
  public record SaidOfWorker(List<UUID> staff, String reason) {}

  /** Says a reason. */
  interface Words {
    String of(Reason reason);

    /** In the first language that was asked for and that we have; else English. */
    static Words of(List<Locale> languages) {
      boolean french =
          languages.stream()
              .map(Locale::getLanguage)
              .filter(language -> language.equals("fr") || language.equals("en"))
              .findFirst()
              .filter("fr"::equals)
              .isPresent();
      NotificationMessages messages =
          MessageBundles.get(
              NotificationMessages.class, Localized.Literal.of(french ? "fr" : "en"));
      return reason ->
          reason.equals(reason.shown())
              ? messages.reason(
                  reason.code(), reason.args().isEmpty() ? "" : reason.args().getFirst())
              : messages.kept_reason(reason.code());
    }
  }

  static Explanation of(Reasons reasons, String zone, Words words) {
    return new Explanation(
        reasons.at(),
        zone,
        reasons.assignment(),
        reasons.programs().stream().map(program -> of(program, words)).toList(),
        reasons.steps().stream().map(words::of).toList());
  }

  private static SaidOfProgram of(Reasons.OfProgram program, Words words) {
    return new SaidOfProgram(
        program.program(),
        program.version(),
        words.of(program.eligible()),
        words.of(program.start()),
        program.workers().stream()
            .map(worker -> new SaidOfWorker(worker.staff(), words.of(worker.reason())))
            .toList());
  }
}
