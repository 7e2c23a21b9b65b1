package org.warmhandoff.incident.administering;

import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;

/**
 * An administrator of a police service's keys: its own, or one of the whole installation.
 *
 * @param name the account, for the record of what was done
 */
record KeyAdministrator(String name) {

  /**
   * The caller as the administrator of this police service.
   *
   * @throws Problem 404 where it is another's: not even whether it is set up is told
   */
  static KeyAdministrator of(Caller caller, String policeService) {
    if (!caller.mayActFor(policeService)) {
      throw noSuchPoliceService();
    }
    return new KeyAdministrator(caller.userName());
  }

  static Problem noSuchPoliceService() {
    return Problem.notFound("no-such-police-service", "There is no such police service.");
  }

  static Problem noSuchKey() {
    return Problem.notFound("no-such-key", "There is no such key.");
  }
}
