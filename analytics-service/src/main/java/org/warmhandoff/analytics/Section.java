package org.warmhandoff.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Figures that are shown together or hidden together, since one of them could be worked out from
 * the others.
 *
 * @param watched every number a reader of these figures knows or can subtract; if one of them is
 *     small, the section is hidden
 */
record Section(String code, List<Figure> figures, List<Quantity> watched) {

  Section {
    figures = List.copyOf(figures);
    watched = List.copyOf(watched);
  }

  /** Parts of one whole; what is left of the whole when all parts are taken away counts too. */
  static Section shares(String code, Quantity whole, Figure.Share... parts) {
    List<Quantity> watched = new ArrayList<>();
    watched.add(whole);
    Quantity rest = whole;
    for (Figure.Share part : parts) {
      watched.add(part.numerator());
      watched.add(whole.without(part.numerator()));
      rest = rest.without(part.numerator());
    }
    watched.add(rest);
    return new Section(code, List.of(parts), watched);
  }

  /**
   * One step of a chain in which every step is part of the one before: what was lost since any
   * earlier step can be subtracted.
   */
  static Section step(String code, Figure figure, Quantity reached, Quantity... earlier) {
    List<Quantity> watched = new ArrayList<>(List.of(reached));
    Stream.of(earlier).map(before -> before.without(reached)).forEach(watched::add);
    return new Section(code, List.of(figure), watched);
  }

  /** Counts that stand beside each other. */
  static Section counts(String code, Figure.Count... counts) {
    return new Section(
        code, List.<Figure>of(counts), Stream.of(counts).map(Figure.Count::quantity).toList());
  }

  static Section timing(String stage) {
    return new Section(
        stage, List.of(new Figure.Timing(stage, stage)), List.of(Quantity.of(stage)));
  }

  /** Hidden as well when this number is small; others may tell it away. */
  Section alsoWatching(Quantity quantity) {
    List<Quantity> more = new ArrayList<>(watched);
    more.add(quantity);
    return new Section(code, figures, more);
  }

  /** Whether a number from 1 to threshold − 1 is among what these figures would tell. */
  boolean isSmall(Cell cell, int threshold) {
    return watched.stream().anyMatch(quantity -> quantity.isSmall(cell, threshold));
  }

  /** Whether there is anything at all in it. */
  boolean isEmpty(Cell cell) {
    return watched.stream().allMatch(quantity -> quantity.in(cell) == 0);
  }

  /** Every number a reader is told where this is shown. */
  List<Quantity> told() {
    return figures.stream().flatMap(figure -> figure.told().stream()).distinct().toList();
  }
}
