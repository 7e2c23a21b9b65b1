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
 * @param staffing rota, pool or crew-of-two
 * @param answerWithin ISO 8601 duration a page may stay unanswered
 * @param nextRung code of the program that takes over when nobody is left
 * @param outsideWindow next-rung, wait or nobody
 * @param supervisors staff ids in the order they are told
 * @param agency code of the agency whose consent starts it; required for consent-given
 * @param responseTarget ISO 8601 duration from the triggering fact until a worker said yes
 * @param supervisorAfter how many pages may go unanswered or refused on this rung before its
 *     supervisors are told; absent: everyone on duty is asked first
 * @param holidays local dates none of its windows opens on
 * @param languages BCP 47 tags its workers are wanted with
 * @param skills codes its workers are wanted with
 * @param crewRoles what the two of a crew are, for crew-of-two
 * @param helpLine number the officer gives where nobody comes
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
    @Nullable String agency,
    @Nullable String responseTarget,
    @Nullable Integer supervisorAfter,
    @Nullable List<Holiday> holidays,
    @Nullable List<String> languages,
    @Nullable List<String> skills,
    @Nullable List<String> crewRoles,
    @Nullable String helpLine) {

  /**
   * A day off.
   *
   * @param date local date in the program's zone, ISO 8601
   */
  public record Holiday(@Nullable String date, @Nullable String name) {}

  /** The fields every program had from the first release on. */
  public ProgramSpec(
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
    this(
        code,
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
        agency,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

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
        agency,
        responseTarget,
        supervisorAfter,
        holidays,
        languages,
        skills,
        crewRoles,
        helpLine);
  }
}
