package org.warmhandoff.incident.scene;

import java.util.UUID;
import org.warmhandoff.console.Caller;

/** An officer, who acts on incidents of their own police service only. */
record Officer(UUID staff, String policeService) {

  static Officer of(Caller caller) {
    return new Officer(caller.staff(), caller.policeService());
  }
}
