package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program as an administrator writes it, and as every version of it is kept.
 *
 * @param policeServices codes of the police services it works with
 * @param audience victim or alleged-offender
 * @param mode on-site, virtual, second-response, control-room, outreach or follow-up
 * @param kind live-help or follow-up
 * @param zone IANA zone of its windows
 * @param trigger the fact it starts on: scene-safe-and-worker-wanted, worker-wanted, incident-open,
 *     officers-cleared, consent-given, arrest-and-release
 * @param staffing rota or crew-of-two
 * @param answerWithin ISO 8601 duration a page may stay unanswered
 * @param nextRung code of the program that takes over when nobody is left
 * @param outsideWindow next-rung, wait or nobody
 * @param supervisors staff ids in the order they are told
 * @param agency code of the agency whose consent starts it; required for consent-given
 */
public record ProgramSpec(
    @Nullable String code,
    @Nullable String name,
    @Nullable List<String> policeServices,
    @Nullable String jurisdiction,
    @Nullable String audience,
    @Nullable String mode,
    @Nullable String kind,
    @Nullable List<WindowSpec> windows,
    @Nullable String zone,
    @Nullable String trigger,
    @Nullable EligibilitySpec eligible,
    @Nullable String staffing,
    @Nullable String answerWithin,
    @Nullable String nextRung,
    @Nullable String outsideWindow,
    @Nullable List<UUID> supervisors,
    @Nullable String agency) {

  /** The same under this code. */
  public ProgramSpec named(String given) {
    return new ProgramSpec(
        given,
        name,
        policeServices,
        jurisdiction,
        audience,
        mode,
        kind,
        windows,
        zone,
        trigger,
        eligible,
        staffing,
        answerWithin,
        nextRung,
        outsideWindow,
        supervisors,
        agency);
  }
}
