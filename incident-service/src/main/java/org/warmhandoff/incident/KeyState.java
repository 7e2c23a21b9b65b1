package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;

/** Whether a key opens. What is no method of a state cannot be done to a key in it. */
public sealed interface KeyState {

  /**
   * How long a key opens after it was replaced: a day, so that a night shift need not change it.
   */
  Duration GRACE = Duration.ofHours(24);

  /** Whether it opens at this business instant. */
  boolean opens(Instant now);

  /** The state in a word, as an administrator reads it. */
  Word word(Instant now);

  /** What an administrator reads. */
  enum Word {
    ACTIVE,
    IN_GRACE,
    ENDED,
    REVOKED
  }

  /** A state in which a key can still be taken back. */
  sealed interface Standing extends KeyState {
    default Revoked revoked(Instant now) {
      return new Revoked(now);
    }
  }

  /** The one key of its line that is meant to be used. */
  record Active() implements Standing {

    public InGrace replaced(Instant now) {
      return new InGrace(now.plus(GRACE));
    }

    @Override
    public boolean opens(Instant now) {
      return true;
    }

    @Override
    public Word word(Instant now) {
      return Word.ACTIVE;
    }
  }

  /**
   * Replaced by another key.
   *
   * @param until from this instant on it does not open any more
   */
  record InGrace(Instant until) implements Standing {

    @Override
    public boolean opens(Instant now) {
      return now.isBefore(until);
    }

    @Override
    public Word word(Instant now) {
      return opens(now) ? Word.IN_GRACE : Word.ENDED;
    }
  }

  /** Taken back. */
  record Revoked(Instant at) implements KeyState {

    @Override
    public boolean opens(Instant now) {
      return false;
    }

    @Override
    public Word word(Instant now) {
      return Word.REVOKED;
    }
  }
}
