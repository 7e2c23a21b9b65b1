package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.ConsentEvent.ConsentRefused;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
import org.warmhandoff.notification.IncidentView.Consent;

/** The consents routing has heard of in one incident. */
final class Consents {

  private Consents() {}

  /**
   * After a consent, a refusal or a withdrawal.
   *
   * @param mark number of that fact
   */
  static List<Consent> after(List<Consent> known, ConsentEvent event, long mark) {
    List<Consent> changed = new ArrayList<>(known);
    switch (event) {
      case ConsentGiven given -> {
        changed.removeIf(consent -> consent.consent().equals(given.consent()));
        changed.add(
            new Consent(
                given.consent(),
                given.person(),
                given.agency(),
                given.validFrom(),
                given.expiresAt(),
                false,
                mark));
      }
      case ConsentRefused refused -> {}
      case ConsentWithdrawn withdrawn ->
          changed.replaceAll(
              consent ->
                  consent.consent().equals(withdrawn.consent())
                      ? new Consent(
                          consent.consent(),
                          consent.person(),
                          consent.agency(),
                          consent.validFrom(),
                          consent.expiresAt(),
                          true,
                          consent.mark())
                      : consent);
    }
    return changed;
  }
}
