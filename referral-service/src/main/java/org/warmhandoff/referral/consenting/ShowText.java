package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;
import org.warmhandoff.referral.ConsentText;
import org.warmhandoff.referral.ConsentTexts;

/** The text of today, in the language asked for. */
@ApplicationScoped
class ShowText {

  private final Agencies agencies;
  private final ConsentTexts texts;

  ShowText(Agencies agencies, ConsentTexts texts) {
    this.agencies = agencies;
    this.texts = texts;
  }

  @Transactional
  public ConsentText show(Purpose purpose, @Nullable String language, String agencyCode) {
    Agency agency =
        agencies
            .findByIdOptional(agencyCode)
            .orElseThrow(
                () -> Problem.notFound("unknown-agency", "There is no agency of that code."));
    return texts
        .find(
            purpose,
            texts.currentVersion(purpose),
            language == null ? texts.languages().getFirst() : language,
            agency)
        .orElseThrow(
            () ->
                Problem.wrong("unknown-text", "There is no text in that language.")
                    .at("/language")
                    .expected("one of " + String.join(", ", texts.languages())));
  }
}
