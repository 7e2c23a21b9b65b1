package org.warmhandoff.console.key;

import java.util.Optional;

/** Whom a key belongs to. A service whose doors take keys has one; in the others no key opens. */
public interface KeyRing {

  /**
   * Looks a key up; called on a thread that may block.
   *
   * @param presented the key, whole, as it was sent; it is kept and logged nowhere
   * @param source the network address it was sent from
   * @return its holder, or empty where it is no key, or none that opens now
   */
  Optional<KeyHolder> holderOf(String presented, String source);

  /**
   * Whether a key that was let in still opens: what lasts longer than a request asks again. May ask
   * a database.
   */
  boolean stillOpens(KeyHolder holder);
}
