package org.warmhandoff.notification;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value of a pure function that is worked out when somebody asks for it, once: most facts call on
 * nobody, and then nobody asks who would have gone. Not for several threads.
 */
final class Later<T> {

  private @Nullable Supplier<T> how;
  private @Nullable T value;

  Later(Supplier<T> how) {
    this.how = how;
  }

  T get() {
    Supplier<T> asked = how;
    if (asked != null) {
      value = asked.get();
      how = null;
    }
    T known = value;
    if (known == null) {
      throw new IllegalStateException("nothing came of it");
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Later<?> later && get().equals(later.get());
  }

  @Override
  public int hashCode() {
    return get().hashCode();
  }

  @Override
  public String toString() {
    return get().toString();
  }
}
