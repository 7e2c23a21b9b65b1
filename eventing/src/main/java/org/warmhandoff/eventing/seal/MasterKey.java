package org.warmhandoff.eventing.seal;

/**
 * The service's master key, wherever it is kept: a file in the local stack ({@link FileMasterKey}),
 * a key management service elsewhere. What it wraps is small and few: data keys, one per person,
 * and what must be sealed beside them; content is encrypted under data keys.
 *
 * <p>To put a cloud KMS in, give the container one bean of this type (it replaces the file's): wrap
 * by its {@code Encrypt} with the context as encryption context or additional data, and put the
 * version of the key it used before the result, so that {@link #mark} can name it; unwrap by its
 * {@code Decrypt}. It must be safe for threads, and cache nothing it unwrapped. It is asked while a
 * transaction is open, once for each person a report names: what it takes to answer is time in
 * which the incident and its persons are locked and a connection is held, and while it does not
 * answer nothing is taken in.
 *
 * <p>Rotation (NIST SP 800-57 part 1, 5.3.6): a new key wraps from now on, the older ones still
 * unwrap. What an older one wrapped is wrapped anew by {@link Resealing}, which knows it by its
 * first bytes; when nothing is left under it, it may be taken away.
 */
public interface MasterKey {

  /**
   * Wraps bytes under the newest key.
   *
   * @param context what they are and of which row; bound to the result, needed to unwrap it
   */
  byte[] wrap(byte[] plain, String context);

  /**
   * Unwraps what any key there is has wrapped.
   *
   * @throws IllegalArgumentException where the bytes, the context or the key are others
   */
  byte[] unwrap(byte[] wrapped, String context);

  /** The first bytes of everything the newest key wraps, and of nothing an older one did. */
  byte[] mark();
}
