package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.ApiKeys;
import org.warmhandoff.incident.KnownKey;

/** Reads what is known of a key. */
@ApplicationScoped
class LookUpKey {

  private final ApiKeys keys;

  LookUpKey(ApiKeys keys) {
    this.keys = keys;
  }

  /** By its public id. */
  @Transactional
  public Optional<KnownKey> find(String id) {
    return keys.findByIdOptional(id).map(ApiKey::known);
  }
}
