package org.warmhandoff.incident.scene;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;

/** What every form of the officer's pages carries besides its question. */
class TapForm {

  @RestForm @Nullable String tap;
  @RestForm @Nullable String at;
  @RestForm @Nullable String sentAt;

  /** Milliseconds the page kept it, by a counter nobody can set. */
  @RestForm @Nullable String age;

  /** Whose page it was when it was tapped: a phone may be shared, and a tap is somebody's word. */
  @RestForm @Nullable String officer;

  /**
   * The tap.
   *
   * @throws Problem 403 where somebody else is signed in by now
   */
  Tapped by(Caller caller) {
    return read(tap, at, sentAt, age, officer, caller);
  }

  /** The tap of a doubt: it counts whoever is signed in on this phone by now. */
  Tapped doubt() {
    return Tapped.ofDoubt(tap, at, sentAt, age);
  }

  static Tapped read(
      @Nullable String tap,
      @Nullable String at,
      @Nullable String sentAt,
      @Nullable String age,
      @Nullable String officer,
      Caller caller) {
    if (officer != null && !officer.equals(caller.staff().toString())) {
      throw Problem.forbidden(
          "other-officer", "Somebody else is signed in on this phone now. This was not taken.");
    }
    return Tapped.read(tap, at, sentAt, age);
  }
}
