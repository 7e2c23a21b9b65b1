package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong generation = new AtomicLong();
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

  /** That something was done to a key; told within the transaction that does it. */
  public record Changed(String id) {}

  /**
   * A key, remembered or looked up.
   *
   * @param lookUp where keys really stand
   */
  public Optional<KnownKey> find(String id, Function<String, Optional<KnownKey>> lookUp) {
    // Taken before the look-up: what changes meanwhile is not remembered any longer for it.
    long now = nanos.getAsLong();
    long before = generation.get();
    @Nullable Remembered known = remembered.get(id);
    if (known != null && now - known.since() < LONGEST.toNanos()) {
      return Optional.of(known.key());
    }
    Optional<KnownKey> found = lookUp.apply(id);
    // What was read before a key was changed must not come back after it.
    remembered.compute(
        id,
        (same, other) ->
            generation.get() == before
                ? found.map(key -> new Remembered(key, now)).orElse(null)
                : other);
    return found;
  }

  /** Whether this key is known to exist, though it may have changed. */
  public boolean remembers(String id) {
    return remembered.containsKey(id);
  }

  /** Has a key looked up anew the next time. */
  public void forget(String id) {
    generation.incrementAndGet();
    long tooLongAgo = nanos.getAsLong() - LONGEST.toNanos();
    remembered.computeIfPresent(id, (same, known) -> new Remembered(known.key(), tooLongAgo));
  }

  void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
    forget(changed.id());
  }
}
