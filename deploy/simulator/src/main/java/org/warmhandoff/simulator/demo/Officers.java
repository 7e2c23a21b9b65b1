package org.warmhandoff.simulator.demo;

import java.time.Duration;
import org.warmhandoff.simulator.door.Caller;

/**
 * Officers at the scene: safe, not safe after all, worker wanted, consent for a follow-up, gone.
 */
final class Officers {

  private final Play play;
  private final Consents consents;

  Officers(Play play, Consents consents) {
    this.play = play;
    this.consents = consents;
  }

  /** An officer goes to this call. */
  void takes(Case call) {
    if (!play.cast.hasOfficer(call.policeService())) {
      return;
    }
    Chance chance = call.chance;
    play.in(chance.minutes(6, 25), call, () -> arrives(call));
  }

  private void arrives(Case call) {
    Chance chance = call.chance;
    safe(call);
    if (call.policeService().equals("windsor") && chance.in(0.85)) {
      play.in(
          chance.minutes(1, 6), call, () -> wants(call, chance.in(0.9) ? "on-site" : "virtual"));
    }
    if (chance.in(0.04)) {
      Duration later = chance.minutes(7, 12);
      play.in(later, call, () -> says(call, "/scene-safe/revocation"));
      play.in(later.plus(chance.minutes(5, 15)), call, () -> safe(call));
    }
    boolean early = chance.in(0.08);
    play.in(early ? chance.minutes(9, 20) : chance.minutes(120, 200), call, () -> clears(call));
  }

  private void safe(Case call) {
    if (call.cleared) {
      return;
    }
    play.told.posting(call.incident());
    String suspect =
        call.arrest
            ? "in-custody"
            : call.chance.in(0.6) ? "left" : call.chance.in(0.8) ? "separated" : "unknown";
    play.posts(officer(call), at(call, "/scene-safe"), Play.object().put("suspect", suspect));
  }

  private void wants(Case call, String help) {
    if (call.cleared) {
      return;
    }
    play.told.posting(call.incident());
    play.posts(
        officer(call),
        at(call, "/worker-wanted"),
        Play.object()
            .put("help", help)
            .put("victim", call.victim().toString())
            .put("language", call.state.path("persons").path(0).path("language").asText("en")));
  }

  private void clears(Case call) {
    boolean noCharge = !call.state.path("charge").asText().equals("laid");
    if (call.policeService().equals("windsor") && noCharge && call.chance.in(0.6)) {
      play.told.posting(call.incident());
      consents.ask(
          officer(call),
          call,
          call.victim(),
          "fswe",
          "EARLY_INTERVENTION",
          call.chance.in(0.3),
          true);
    }
    call.cleared = true;
    play.told.posting(call.incident());
    says(call, "/clear");
  }

  private void says(Case call, String what) {
    if (what.equals("/clear") || !call.cleared) {
      play.posts(officer(call), at(call, what), null);
    }
  }

  private Caller officer(Case call) {
    return play.cast.officer(call);
  }

  private static String at(Case call, String what) {
    return "/incident/api/v1/incidents/" + call.incident() + what;
  }
}
