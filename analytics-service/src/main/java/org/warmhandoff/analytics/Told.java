package org.warmhandoff.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the tables of kindred sections tell of one stretch of time, as sums over unknown numbers:
 * each leaf of each piece. Nothing is hidden here; it is only said what would follow from what.
 */
final class Told {

  private static final Quantity DUE =
      Quantity.of(Measure.Leaf.CONNECTED, Measure.Leaf.NOT_CONNECTED);
  private static final Quantity WITH_OUTCOME =
      Quantity.of(
          Measure.Leaf.REFERRED,
          Measure.Leaf.ALREADY_SUPPORTED,
          Measure.Leaf.DECLINED,
          Measure.Leaf.UNREACHABLE,
          Measure.Leaf.UNSAFE_TO_CONTACT,
          Measure.Leaf.NOT_OFFERED,
          Measure.Leaf.NO_OUTCOME);

  /** Victims whose window is still open: eligible by one measure, and not yet by the other. */
  private static final String STILL_OPEN = "still-open";

  private final Cube.Sums sums;
  private final List<Atom> pieces;
  private final List<Section> kin;
  private final List<String> leaves;

  Told(Cube.Sums sums, List<Atom> pieces, List<Section> kin) {
    this.sums = sums;
    this.pieces = pieces;
    this.kin = kin;
    List<String> leaves =
        new ArrayList<>(
            kin.stream()
                .flatMap(section -> section.watched().stream())
                .flatMap(quantity -> quantity.leaves().stream())
                .distinct()
                .toList());
    leaves.add(STILL_OPEN);
    this.leaves = List.copyOf(leaves);
  }

  /** A row's number, as a sum over the unknown ones. */
  long[] row(By by, String group, Quantity quantity) {
    long[] row = new long[pieces.size() * leaves.size()];
    for (int piece = 0; piece < pieces.size(); piece++) {
      if (by.groupOf(pieces.get(piece)).equals(group)) {
        put(row, piece, quantity, 1);
      }
    }
    return row;
  }

  /** Where a quantity is small within one piece. */
  List<long[]> smallPieces(Quantity quantity, int threshold) {
    List<long[]> small = new ArrayList<>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      if (quantity.isSmall(sums.piece(pieces.get(piece)), threshold)) {
        small.add(only(piece, quantity));
      }
    }
    return small;
  }

  /** Whether there is anything in a row that could be told. */
  boolean tells(long[] row) {
    return Arrays.stream(row).anyMatch(number -> number != 0);
  }

  /** A row is shown. */
  void show(Span known, Section section, By by, String group) {
    Cell cell = sums.of(by, group);
    section.told().forEach(number -> known.add(row(by, group, number), number.in(cell)));
  }

  /**
   * What a reader knows without any table of a slice: where a section has nothing to count, and
   * that both measures of victims count the same ones. Whose window is still open only one of them
   * counts; where nobody's is, she may know that too.
   */
  Span beforehand() {
    Span known = new Span(pieces.size() * leaves.size());
    boolean victims = leaves.containsAll(DUE.leaves()) && leaves.containsAll(WITH_OUTCOME.leaves());
    for (int piece = 0; piece < pieces.size(); piece++) {
      Cell cell = sums.piece(pieces.get(piece));
      for (Quantity nothing : nothing(cell)) {
        known.add(only(piece, nothing), 0);
      }
      long open = WITH_OUTCOME.in(cell) - DUE.in(cell);
      if (victims && open >= 0) {
        long[] same = only(piece, DUE);
        put(same, piece, Quantity.of(STILL_OPEN), 1);
        put(same, piece, WITH_OUTCOME, -1);
        known.add(same, 0);
        if (open == 0) {
          known.add(only(piece, Quantity.of(STILL_OPEN)), 0);
        }
      }
    }
    return known;
  }

  /** A piece in which a section counts nothing is one that does not exist for it. */
  private Set<Quantity> nothing(Cell cell) {
    Set<Quantity> nothing = new HashSet<>();
    kin.stream()
        .filter(section -> section.isEmpty(cell))
        .flatMap(section -> Stream.concat(section.watched().stream(), section.told().stream()))
        .flatMap(quantity -> quantity.leaves().stream())
        .forEach(leaf -> nothing.add(Quantity.of(leaf)));
    return nothing;
  }

  private long[] only(int piece, Quantity quantity) {
    long[] row = new long[pieces.size() * leaves.size()];
    put(row, piece, quantity, 1);
    return row;
  }

  private void put(long[] row, int piece, Quantity quantity, long times) {
    for (String leaf : quantity.leaves()) {
      row[piece * leaves.size() + leaves.indexOf(leaf)] = times;
    }
  }
}
