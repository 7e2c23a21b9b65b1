package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;
import org.warmhandoff.referral.ConsentText;
import org.warmhandoff.referral.ConsentTexts;
import org.warmhandoff.referral.ErasedPersons;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.ReferralSettings;
import org.warmhandoff.referral.Sides;
import org.warmhandoff.referral.Statement;
import org.warmhandoff.referral.Statement.Taker;

/** Makes of what was sent a statement the ledger can keep. */
@ApplicationScoped
class Takedown {

  private final Admission admission;
  private final ErasedPersons persons;
  private final Agencies agencies;
  private final ConsentTexts texts;
  private final ReferralSettings settings;

  Takedown(
      Admission admission,
      ErasedPersons persons,
      Agencies agencies,
      ConsentTexts texts,
      ReferralSettings settings) {
    this.admission = admission;
    this.persons = persons;
    this.agencies = agencies;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * Where the statement belongs.
   *
   * @throws Problem 404 where the incident is not the taker's to ask about
   */
  Place place(ConsentRequest request, Taker taker) {
    return admission.place(
        request.incident(),
        new Admission.Asker(
            taker.staff(), taker.policeService(), Set.of(Sides.of(request.purpose()))));
  }

  /**
   * The statement, with the words that were shown.
   *
   * @throws Problem 410 for an erased person, 422 for an unknown agency, text or need
   */
  Statement statement(ConsentRequest request, Taker taker) {
    if (persons.view(request.person()).erased()) {
      throw Problem.gone("erased", "What was known of this person was erased.");
    }
    askedInCodes(request.askedFor());
    Agency agency =
        agencies
            .findByIdOptional(request.agency())
            .orElseThrow(
                () ->
                    Problem.wrong("unknown-agency", "There is no agency of that code.")
                        .at("/agency")
                        .expected("the code of an agency"));
    ConsentText text =
        texts
            .find(request.purpose(), request.textVersion(), request.language(), agency)
            .orElseThrow(
                () ->
                    Problem.wrong("unknown-text", "There is no such version of the text.")
                        .at("/textVersion")
                        .expected("a version and language of GET consent-texts"));
    texts.keep(text);
    return new Statement(
        request.incident(),
        request.person(),
        agency.code(),
        request.purpose(),
        request.sharedCategories(),
        request.form(),
        text,
        request.asserted(),
        request.overheard(),
        request.askedFor(),
        request.howSoon(),
        taker);
  }

  /** What is asked for goes into events: a slug that is no code of ours could be a name. */
  private void askedInCodes(List<String> needs) {
    for (int i = 0; i < needs.size(); i++) {
      if (!settings.needs().contains(needs.get(i))) {
        throw Problem.wrong("unknown-need", "This is no code of something to ask for.")
            .at("/needs/" + i)
            .expected("one of " + String.join(", ", settings.needs()));
      }
    }
  }
}
