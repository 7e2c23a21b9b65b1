package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;
import org.warmhandoff.referral.ConsentText;
import org.warmhandoff.referral.ConsentTexts;
import org.warmhandoff.referral.ErasedPersons;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.Statement;
import org.warmhandoff.referral.Statement.Taker;

/** Makes of what was sent a statement the ledger can keep. */
@ApplicationScoped
class Takedown {

  private final KnownIncidents incidents;
  private final ErasedPersons persons;
  private final Agencies agencies;
  private final ConsentTexts texts;

  Takedown(KnownIncidents incidents, ErasedPersons persons, Agencies agencies, ConsentTexts texts) {
    this.incidents = incidents;
    this.persons = persons;
    this.agencies = agencies;
    this.texts = texts;
  }

  /**
   * Where the statement belongs.
   *
   * @throws Problem 404 for an incident of another police service than the officer's
   */
  Place place(UUID incident, Taker taker) {
    return place(incident, taker.policeService());
  }

  Place place(UUID incident, @Nullable String policeService) {
    Place place = incidents.placeOf(incident, policeService == null ? "" : policeService);
    if (policeService != null && !place.policeService().equals(policeService)) {
      throw Problem.notFound("unknown-incident", "There is no such incident.");
    }
    return place;
  }

  /**
   * The statement, with the words that were shown.
   *
   * @throws Problem 410 for an erased person, 422 for an unknown agency or text
   */
  Statement statement(ConsentRequest request, Taker taker) {
    if (persons.view(request.person()).erased()) {
      throw Problem.gone("erased", "What was known of this person was erased.");
    }
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
}
