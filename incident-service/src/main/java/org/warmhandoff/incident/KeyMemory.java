package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers keys for a few seconds, so that a busy system does not ask the database with each post.
 * What is done to a key counts at once where it was done, and within {@link #LONGEST} in every
 * other process. Only keys that exist are remembered: who guesses fills no memory.
 */
@ApplicationScoped
public class KeyMemory {

  /** How long a revoked key may still open in another process. */
  public static final Duration LONGEST = Duration.ofSeconds(5);

  private final ConcurrentHashMap<String, Remembered> remembered = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  KeyMemory() {
    this(System::nanoTime);
  }

  /**
   * @param nanos the machine's own clock: how long something is remembered is no business time
   */
  KeyMemory(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Remembered(KnownKey key, long since) {}

  /**
   * A key, remembered or looked up.
   *
   * @param lookUp where keys really stand
   */
  public Optional<KnownKey> find(String id, Function<String, Optional<KnownKey>> lookUp) {
    // Taken before the look-up: what changes meanwhile is not remembered any longer for it.
    long now = nanos.getAsLong();
    @Nullable Remembered known = remembered.get(id);
    if (known != null && now - known.since() < LONGEST.toNanos()) {
      return Optional.of(known.key());
    }
    Optional<KnownKey> found = lookUp.apply(id);
    found.ifPresentOrElse(
        key -> remembered.put(id, new Remembered(key, now)), () -> remembered.remove(id));
    return found;
  }

  /** Has a key looked up anew the next time. */
  public void forget(String id) {
    remembered.remove(id);
  }
}
