package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.KnownIncident;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.RefusedAnswer;
import org.warmhandoff.referral.RefusedAnswer.Why;
import org.warmhandoff.referral.RefusedAnswers;

/** Keeps an answer from a topic that did not fit, where an operator sees it. */
@ApplicationScoped
class NoteRefusedAnswer {

  private static final Place NOWHERE = new Place("", "", Mode.LIVE);

  private final RefusedAnswers refused;
  private final KnownIncidents incidents;
  private final InstantSource clock;

  NoteRefusedAnswer(RefusedAnswers refused, KnownIncidents incidents, InstantSource clock) {
    this.refused = refused;
    this.incidents = incidents;
    this.clock = clock;
  }

  @Transactional
  public void note(Head head, ReferralStatusChanged answer, Why why, @Nullable UUID incident) {
    Place place =
        incident == null
            ? NOWHERE
            : incidents.findByIdOptional(incident).map(KnownIncident::place).orElse(NOWHERE);
    refused.persist(
        new RefusedAnswer(
            head.id(),
            answer.agency(),
            answer.referral(),
            incident,
            answer.status(),
            why,
            place,
            clock.instant()));
  }
}
