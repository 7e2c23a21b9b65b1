package org.warmhandoff.notification;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The last fact an assignment answers, at its own incident and at one it was for before. */
@Embeddable
class Marks {

  private long mark;
  private @Nullable UUID countsFor;
  private long countsMark;

  protected Marks() {}

  Marks(long mark) {
    this.mark = mark;
  }

  /** The same was asked for again while help is under way: that asking is answered by it too. */
  void answersAlso(long laterMark) {
    mark = Math.max(mark, laterMark);
  }

  /** The marks of its incident are counted anew. */
  void renumber(LongUnaryOperator as) {
    mark = as.applyAsLong(mark);
  }

  /**
   * It was for another incident too, which stands on its own now: nobody is called on there for
   * what this answers so far. From here the two count their facts apart.
   */
  void countFor(UUID other) {
    countsFor = other;
    countsMark = mark;
  }

  /** The marks of the other incident it counts for are counted anew. */
  void renumberCounted(LongUnaryOperator as) {
    countsMark = as.applyAsLong(countsMark);
  }

  long mark() {
    return mark;
  }

  /** The one at the other incident it counts for. */
  long counted() {
    return countsMark;
  }

  @Nullable UUID countsFor() {
    return countsFor;
  }
}
