package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Consents;
import org.warmhandoff.referral.Sides;
import org.warmhandoff.referral.Standing;

/** What the consent page says of a person: what was said so far, and who can still be asked for. */
@ApplicationScoped
class PrepareConsentPage {

  private final Admission admission;
  private final Agencies agencies;
  private final Consents consents;
  private final InstantSource clock;

  PrepareConsentPage(
      Admission admission, Agencies agencies, Consents consents, InstantSource clock) {
    this.admission = admission;
    this.agencies = agencies;
    this.consents = consents;
    this.clock = clock;
  }

  /** A release that can be asked for. */
  record Choice(String agency, String name, Purpose purpose) {}

  /** Something that was said; the last about its release. */
  record Said(UUID consent, String name, Purpose purpose, Standing standing) {
    public boolean isInForce() {
      return standing == Standing.GIVEN;
    }
  }

  /** The first page: what was said, and whom to ask about next. */
  record Overview(List<Said> said, List<Choice> choices) {}

  /**
   * Reads it for someone who may see these sides.
   *
   * @throws org.warmhandoff.console.problem.Problem 404 where it is not theirs to ask about
   */
  @Transactional
  public Overview prepare(UUID incident, UUID person, Admission.Asker asker) {
    admission.place(incident, asker);
    Set<Audience> sides = asker.sides();
    Map<String, Agency> known =
        agencies.listAll().stream().collect(Collectors.toMap(Agency::code, agency -> agency));
    Map<String, Said> last =
        consents.said(admission.oneWith(incident), person).stream()
            .filter(consent -> sides.contains(Sides.of(consent.purpose())))
            .collect(
                Collectors.toMap(
                    consent -> consent.agency() + "/" + consent.purpose(),
                    consent -> said(consent, known.get(consent.agency())),
                    (newer, older) -> newer));
    List<Choice> choices =
        agencies.active().stream()
            .flatMap(
                agency ->
                    agency.purposes().stream()
                        .filter(purpose -> sides.contains(Sides.of(purpose)))
                        .map(purpose -> new Choice(agency.code(), agency.name(), purpose)))
            .filter(
                choice -> {
                  Said said = last.get(choice.agency() + "/" + choice.purpose());
                  return said == null || !said.isInForce();
                })
            .toList();
    return new Overview(List.copyOf(last.values()), choices);
  }

  private Said said(Consent consent, @Nullable Agency agency) {
    boolean lapsed =
        consent.standing() == Standing.GIVEN && !clock.instant().isBefore(consent.expiresAt());
    return new Said(
        consent.id(),
        agency == null ? consent.agency() : agency.name(),
        consent.purpose(),
        lapsed ? Standing.LAPSED : consent.standing());
  }
}
