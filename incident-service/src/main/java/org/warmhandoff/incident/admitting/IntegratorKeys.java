package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.console.key.KeyHolder;
import org.warmhandoff.console.key.KeyRing;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.ApiKeys;
import org.warmhandoff.incident.KeyMemory;
import org.warmhandoff.incident.KeySecret;
import org.warmhandoff.incident.KnownKey;
import org.warmhandoff.incident.Throttle;

/** The keys of the systems that post incidents: each is a CAD of one police service. */
@ApplicationScoped
class IntegratorKeys implements KeyRing {

  private static final int DIGEST_BYTES = 32;

  /**
   * Compared with where there is no such key, so that the answer takes as long as if there were.
   */
  private static final byte[] NOBODY = new byte[DIGEST_BYTES];

  private final LookUpKey lookUpKey;
  private final NoteKeyUse noteKeyUse;
  private final KeyMemory memory;
  private final Throttle throttle;
  private final InstantSource clock;

  IntegratorKeys(
      LookUpKey lookUpKey,
      NoteKeyUse noteKeyUse,
      KeyMemory memory,
      Throttle throttle,
      InstantSource clock) {
    this.lookUpKey = lookUpKey;
    this.noteKeyUse = noteKeyUse;
    this.memory = memory;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public Optional<KeyHolder> holderOf(String presented, String source) {
    return KeySecret.read(presented).flatMap(secret -> opening(secret, source));
  }

  /** What is known of a key that was let in. */
  Optional<KnownKey> known(String id) {
    return memory.find(id, lookUpKey::find);
  }

  private Optional<KeyHolder> opening(KeySecret secret, String source) {
    Optional<KnownKey> known = known(secret.id());
    boolean right = secret.is(known.map(KnownKey::digest).orElse(NOBODY));
    Instant now = clock.instant();
    return known
        .filter(key -> right && key.state().opens(now))
        .map(key -> admitted(key, now, source));
  }

  private KeyHolder admitted(KnownKey key, Instant now, String source) {
    if (ApiKeys.isWorthNoting(key, now)) {
      noteKeyUse.note(key.id(), now, source);
      memory.forget(key.id());
    }
    KeyHolder holder =
        new KeyHolder(key.id(), key.line().toString(), key.policeService(), Role.CAD);
    Integer own = key.postsPerSecond();
    if (own != null) {
      throttle.allow(Throttle.ofKey(holder.line()), own);
    }
    return holder;
  }
}
