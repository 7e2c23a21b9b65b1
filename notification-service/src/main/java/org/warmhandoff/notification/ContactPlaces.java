package org.warmhandoff.notification;

import jakarta.inject.Singleton;
import java.util.List;
import org.warmhandoff.eventing.seal.SealedPlace;
import org.warmhandoff.eventing.seal.SealedPlaces;

/** What this service seals itself: after a rotation of the master key it is sealed anew. */
@Singleton
class ContactPlaces implements SealedPlaces {

  @Override
  public List<SealedPlace> places() {
    return List.of(
        SealedPlace.byId("staff_contact", "sealed", "'staff-contact/' || staff || '/' || id"));
  }
}
