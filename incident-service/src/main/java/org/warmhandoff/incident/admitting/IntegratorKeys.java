package org.warmhandoff.incident.admitting;

import io.micrometer.core.instrument.MeterRegistry;
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

  private final LookUpKey lookUpKey;
  private final NoteKeyUse noteKeyUse;
  private final KeyMemory memory;
  private final Guesses guesses = new Guesses(System::nanoTime);
  private final Throttle throttle;
  private final MeterRegistry meters;
  private final InstantSource clock;

  IntegratorKeys(
      LookUpKey lookUpKey,
      NoteKeyUse noteKeyUse,
      KeyMemory memory,
      Throttle throttle,
      MeterRegistry meters,
      InstantSource clock) {
    this.lookUpKey = lookUpKey;
    this.noteKeyUse = noteKeyUse;
    this.memory = memory;
    this.throttle = throttle;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public Optional<KeyHolder> holderOf(String presented, String source) {
    Optional<KeySecret> secret = KeySecret.read(presented);
    return secret.isPresent() ? opening(secret.get(), source) : refused("no-key");
  }

  @Override
  public boolean stillOpens(KeyHolder holder) {
    return known(holder.id()).filter(key -> key.state().opens(clock.instant())).isPresent();
  }

  /** What is known of a key that was let in. */
  Optional<KnownKey> known(String id) {
    return memory.find(id, lookUpKey::find);
  }

  private Optional<KeyHolder> opening(KeySecret secret, String source) {
    if (!memory.remembers(secret.id()) && guesses.areTooMany(source)) {
      return refused("guessed");
    }
    Optional<KnownKey> known = known(secret.id());
    if (known.isEmpty()) {
      guesses.count(source);
      return refused("unknown");
    }
    KnownKey key = known.get();
    if (!secret.is(key.digest())) {
      return refused("unknown");
    }
    Instant now = clock.instant();
    // Also of a key that has ended: whoever tries it still, forgotten system or thief, is seen.
    if (ApiKeys.isWorthNoting(key, now)) {
      noteKeyUse.note(key.id(), now, source);
      memory.forget(key.id());
    }
    return key.state().opens(now) ? Optional.of(admitted(key)) : refused("ended");
  }

  private KeyHolder admitted(KnownKey key) {
    KeyHolder holder =
        new KeyHolder(key.id(), key.line().toString(), key.policeService(), Role.CAD);
    Integer own = key.postsPerSecond();
    if (own != null) {
      throttle.allow(Throttle.ofKey(holder.line()), own);
    }
    return holder;
  }

  private Optional<KeyHolder> refused(String why) {
    meters.counter("handoff.keys.refused", "why", why).increment();
    return Optional.empty();
  }
}
