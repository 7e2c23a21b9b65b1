package org.warmhandoff.analytics.gathering;

import jakarta.inject.Singleton;
import java.util.List;
import org.warmhandoff.eventing.seal.SealedPlace;
import org.warmhandoff.eventing.seal.SealedPlaces;

/** The key of the pseudonyms is sealed anew after a rotation; its content stays. */
@Singleton
class PseudonymPlaces implements SealedPlaces {

  @Override
  public List<SealedPlace> places() {
    return List.of(
        new SealedPlace(
            "pseudonym_key",
            "only_one",
            "boolean",
            "false",
            "sealed",
            "'" + PseudonymKey.CONTEXT + "'"));
  }
}
