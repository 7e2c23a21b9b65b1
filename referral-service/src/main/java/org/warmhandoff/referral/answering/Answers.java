package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.ReferralSettings;
import org.warmhandoff.referral.answering.AnswerReferral.Answer;
import org.warmhandoff.referral.answering.AnswerReferral.Result.NotTaken;
import org.warmhandoff.referral.answering.AnswerReferral.Result.Taken;

/** The two HTTP doors of an answer, which tell what did not fit as a problem. */
@ApplicationScoped
class Answers {

  private final AnswerReferral answerReferral;
  private final ReferralSettings settings;

  Answers(AnswerReferral answerReferral, ReferralSettings settings) {
    this.answerReferral = answerReferral;
    this.settings = settings;
  }

  /**
   * Answers for the agency.
   *
   * @throws Problem 404 for another agency's referral, 409 for a move there is not, 422 for an
   *     unknown status or reason
   */
  void take(
      String agency, UUID referral, @Nullable String status, @Nullable String reason, Door door) {
    switch (answerReferral.answer(
        new Answer(agency, referral, status(status), reason, door, null))) {
      case Taken taken -> {}
      case NotTaken no -> throw problem(no);
    }
  }

  private Problem problem(NotTaken no) {
    return switch (no.why()) {
      case NO_SUCH_REFERRAL -> Problem.notFound("unknown-referral", "There is no such referral.");
      case NOT_ALLOWED ->
          Problem.conflict("no-such-move", "The referral cannot move there from where it stands.");
      case REASON_MISSING ->
          Problem.wrong("reason-missing", "This answer needs a reason.")
              .at("/reason")
              .expected(reasons());
      case REASON_NOT_A_CODE ->
          Problem.wrong("unknown-reason", "The reason is not one of the codes.")
              .at("/reason")
              .expected(reasons());
    };
  }

  private String reasons() {
    return settings.answerReasons().stream()
        .sorted()
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static Status status(@Nullable String value) {
    String wanted = value == null ? "" : value.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Status.values())
        .filter(status -> status.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.wrong("invalid", "This is not an answer.")
                    .at("/status")
                    .expected(
                        Arrays.stream(Status.values())
                            .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", ", "one of ", ""))));
  }
}
