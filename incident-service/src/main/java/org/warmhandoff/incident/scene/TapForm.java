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

  /** Whose page it was when it was tapped: a phone may be shared, and a tap is somebody's word. */
  @RestForm @Nullable String officer;

  /**
   * The tap.
   *
   * @throws Problem 409 where somebody else is signed in by now
   */
  Tapped by(Caller caller) {
    return read(tap, at, sentAt, officer, caller);
  }

  static Tapped read(
      @Nullable String tap,
      @Nullable String at,
      @Nullable String sentAt,
      @Nullable String officer,
      Caller caller) {
    if (officer != null && !officer.equals(caller.staff().toString())) {
      throw Problem.conflict(
          "other-officer", "Somebody else is signed in on this phone now. This was not taken.");
    }
    return Tapped.read(tap, at, sentAt);
  }
}
