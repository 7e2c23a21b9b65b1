package org.warmhandoff.incident;

import jakarta.inject.Singleton;
import java.util.List;
import org.warmhandoff.eventing.seal.SealedPlace;
import org.warmhandoff.eventing.seal.SealedPlaces;

/**
 * Everything this service seals under the master key itself: after a rotation it is sealed anew.
 * Fields of persons are under their own keysets and stay as they are.
 */
@Singleton
class VaultPlaces implements SealedPlaces {

  @Override
  public List<SealedPlace> places() {
    return List.of(
        SealedPlace.byId("person", "wrapped_keyset", "'person-keyset/' || id"),
        SealedPlace.byId("incident", "sealed", "'incident-kept/' || id"),
        SealedPlace.byName("vault_key", "name", "sealed", "'vault-key/' || name"),
        SealedPlace.byName("api_key", "id", "signing_secret", "'api-key-signing/' || id"),
        SealedPlace.byId("webhook_endpoint", "secret", "'webhook-secret:' || id"),
        SealedPlace.byId("webhook_past_secret", "secret", "'webhook-secret:' || endpoint"));
  }
}
