package org.warmhandoff.incident;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.Circumstances.NoContactOrder;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;

/**
 * The latest that officers said of each thing; whatever they said before stays in the record.
 *
 * @param language BCP 47 tag, empty where none is needed after all
 * @param urgency the highest of all risk screens; it only rises
 */
public record Words(
    @Nullable Word<Charge> charge,
    @Nullable Word<Custody> custody,
    @Nullable Word<NoContactOrder> order,
    @Nullable Word<Known> children,
    @Nullable Word<String> language,
    @Nullable Word<Set<AccessNeed>> needs,
    @Nullable Urgency urgency) {

  /** Nobody said anything yet. */
  public static final Words NONE = new Words(null, null, null, null, null, null, null);

  Words withCharge(Word<Charge> said) {
    return new Words(Word.later(charge, said), custody, order, children, language, needs, urgency);
  }

  Words withCustody(Word<Custody> said) {
    return new Words(charge, Word.later(custody, said), order, children, language, needs, urgency);
  }

  Words withOrder(Word<NoContactOrder> said) {
    return new Words(charge, custody, Word.later(order, said), children, language, needs, urgency);
  }

  Words withChildren(Word<Known> said) {
    return new Words(charge, custody, order, Word.later(children, said), language, needs, urgency);
  }

  Words withLanguage(Word<String> said) {
    return new Words(charge, custody, order, children, Word.later(language, said), needs, urgency);
  }

  Words withNeeds(Word<Set<AccessNeed>> said) {
    return new Words(charge, custody, order, children, language, Word.later(needs, said), urgency);
  }

  /** With what was said of the same incident under another number. */
  Words and(Words other) {
    return new Words(
            later(charge, other.charge),
            later(custody, other.custody),
            later(order, other.order),
            later(children, other.children),
            later(language, other.language),
            later(needs, other.needs),
            urgency)
        .atLeast(other.urgency);
  }

  /**
   * Without what was taken over from another that stands on its own again. What was said here
   * before it, and gave way to it, stays in the record alone. A risk that a screen found goes on to
   * count.
   */
  Words without(Words other) {
    return new Words(
        unlessSame(charge, other.charge),
        unlessSame(custody, other.custody),
        unlessSame(order, other.order),
        unlessSame(children, other.children),
        unlessSame(language, other.language),
        unlessSame(needs, other.needs),
        urgency);
  }

  private static <T> @Nullable Word<T> unlessSame(@Nullable Word<T> here, @Nullable Word<T> there) {
    return here != null && here.equals(there) ? null : here;
  }

  private static <T> @Nullable Word<T> later(@Nullable Word<T> known, @Nullable Word<T> said) {
    return said == null ? known : Word.later(known, said);
  }

  /** After a risk screen; one that says less leaves what another said. */
  public Words atLeast(@Nullable Urgency screened) {
    boolean more = screened != null && (urgency == null || screened.compareTo(urgency) > 0);
    return more ? new Words(charge, custody, order, children, language, needs, screened) : this;
  }
}
