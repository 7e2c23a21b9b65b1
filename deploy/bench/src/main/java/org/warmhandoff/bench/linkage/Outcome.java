package org.warmhandoff.bench.linkage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.warmhandoff.bench.measure.Bar;

/**
 * What linkage made of a trial. A pair is two mentions of persons; it is linked where the two are
 * in one group, directly or through others.
 *
 * @param mentions persons named in all reports, each under an id of its own
 * @param household the pairs within households of two and more people
 * @param twoOfOneHousehold pairs of mentions of two different people of one household
 * @param told how often each reason was right, and wrong
 * @param suggested right pairs that were suggested
 */
record Outcome(
    int people,
    int incidents,
    int mentions,
    Pairs all,
    Pairs household,
    long twoOfOneHousehold,
    Map<String, int[]> told,
    int suggested) {

  private static final double HUNDRED = 100;
  private static final double MILLION = 1e6;

  /** The least that may be right of a hundred linked pairs. */
  static final double PRECISION = 99.5;

  /** What was reached when this was last changed, less a little: a floor for what comes later. */
  static final double RECALL = 55;

  /** Right, wrong and expected pairs. */
  static final class Pairs {
    private long right;
    private long wrong;
    private long expected;

    void linked(boolean rightly) {
      if (rightly) {
        right++;
      } else {
        wrong++;
      }
    }

    void expected(long more) {
      expected += more;
    }

    /** Per cent of the linked pairs that are one human being; nothing linked is no precision. */
    double precision() {
      return right + wrong == 0 ? 0 : HUNDRED * right / (right + wrong);
    }

    /** Per cent of the pairs that are one human being that were linked. */
    double recall() {
      return expected == 0 ? 0 : HUNDRED * right / expected;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d linked rightly, %,d wrongly, of %,d: precision %.3f %%, recall %.1f %%",
          right,
          wrong,
          expected,
          precision(),
          recall());
    }
  }

  /** In words, a line each. */
  List<String> lines() {
    List<String> lines = new java.util.ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d people, %,d incidents, %,d mentions of a person",
            people,
            incidents,
            mentions));
    lines.add("all pairs: " + all);
    lines.add("pairs of one household: " + household);
    lines.add(
        String.format(
            Locale.ROOT,
            "two people of one household: %,d pairs, %,d of them linked, %.0f of a million",
            twoOfOneHousehold,
            household.wrong,
            MILLION * household.wrong / Math.max(1, twoOfOneHousehold)));
    lines.add(String.format(Locale.ROOT, "right pairs that were suggested: %,d", suggested));
    told.forEach(
        (why, tally) ->
            lines.add(
                String.format(Locale.ROOT, "%s: %,d right, %,d wrong", why, tally[0], tally[1])));
    return lines;
  }

  List<Bar> bars() {
    return List.of(
        Bar.atLeast("linkage-precision-percent", all.precision(), PRECISION),
        Bar.atLeast("linkage-precision-household-percent", household.precision(), PRECISION),
        Bar.atLeast("linkage-recall-percent", all.recall(), RECALL));
  }
}
