package org.warmhandoff.eventing.seal;

import jakarta.inject.Singleton;
import java.util.List;

/** Every service seals the records it set aside. */
@Singleton
class QuarantinePlaces implements SealedPlaces {

  @Override
  public List<SealedPlace> places() {
    return List.of(
        new SealedPlace(
            "quarantine",
            "number",
            "bigint",
            "-1",
            "sealed",
            "'quarantine/' || consumer || '/' || topic || '/' || partition || '/' || record_offset"));
  }
}
