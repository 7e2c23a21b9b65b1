package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.ApiKeyAct.Act;
import org.warmhandoff.incident.ApiKeyActs;
import org.warmhandoff.incident.ApiKeys;
import org.warmhandoff.incident.KeySecret;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.SigningSecret;

/** Draws new secrets and stores what may be stored of them, within the caller's transaction. */
@ApplicationScoped
class KeyMaker {

  private final ApiKeys keys;
  private final ApiKeyActs acts;
  private final Seal master;
  private final SecureRandom random = new SecureRandom();

  KeyMaker(ApiKeys keys, ApiKeyActs acts, Seal master) {
    this.keys = keys;
    this.acts = acts;
    this.master = master;
  }

  FreshKey first(PoliceService policeService, ApiKey.Terms terms, String by, Instant now) {
    KeySecret secret = KeySecret.make(random);
    @Nullable SigningSecret signing = terms.signed() ? SigningSecret.make(random) : null;
    return stored(
        new ApiKey(secret, policeService, terms, sealed(signing, secret), now),
        secret,
        signing,
        by,
        now);
  }

  FreshKey successor(ApiKey old, String by, Instant now) {
    KeySecret secret = KeySecret.make(random);
    @Nullable SigningSecret signing = old.demandsSigning() ? SigningSecret.make(random) : null;
    return stored(old.successor(secret, sealed(signing, secret), now), secret, signing, by, now);
  }

  private FreshKey stored(
      ApiKey key, KeySecret secret, @Nullable SigningSecret signing, String by, Instant now) {
    // Before its record, which names it.
    keys.persistAndFlush(key);
    acts.note(key, Act.MADE, by, now);
    return new FreshKey(
        key.id(), secret.whole(), signing != null, signing == null ? null : signing.written());
  }

  private byte @Nullable [] sealed(@Nullable SigningSecret signing, KeySecret secret) {
    return signing == null ? null : signing.seal(master, secret.id());
  }
}
