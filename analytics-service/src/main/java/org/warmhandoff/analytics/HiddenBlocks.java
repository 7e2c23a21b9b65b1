package org.warmhandoff.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of kindred sections are hidden, in every table that can be asked of one release
 * together: the whole and each week, in one row and by every dimension.
 *
 * <p>Rows are hidden by fixed blocks of neighbouring codes, at least two rows each, never by size:
 * a block with a small number in it is hidden as a whole. So whatever a hidden number is, one unit
 * more in its row and one less in its neighbour's leaves every published byte as it is. Then every
 * small number is checked against all that any of the sections shows ({@link Told}), since one
 * dimension's rows may be sums of another's, and one section's numbers parts of another's; what
 * would still follow makes more blocks hidden. The choice looks at which numbers are small and at
 * what exists, never at a hidden value.
 */
final class HiddenBlocks {

  /**
   * A table's time: the whole release, or one week of receipt.
   *
   * @param rest what the reader may not ask for; none where she may ask for everything
   */
  record Slice(boolean whole, @Nullable LocalDate week, Cube.Sums sums, Cube.Sums rest) {}

  /** Rows of one section's table that are shown or hidden together. */
  record Block(Section section, By by, List<String> groups) {}

  private record Place(Slice slice, Block block) {}

  private final List<Section> kin;
  private final int threshold;
  private final Slice whole;
  private final List<Slice> weeks = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Set<Place> hidden = new HashSet<>();

  /**
   * @param cube what the reader may ask for
   * @param rest what she may not, but may read of elsewhere with hers in one sum
   */
  HiddenBlocks(Cube cube, Cube rest, List<Section> kin, int threshold, Question question) {
    this.kin = kin;
    this.threshold = threshold;
    this.whole = new Slice(true, null, cube.sums(week -> true), rest.sums(week -> true));
    if (!question.isWhole()) {
      for (LocalDate week : cube.weeks()) {
        weeks.add(
            new Slice(
                false,
                week,
                cube.sums(other -> Objects.equals(week, other)),
                rest.sums(other -> Objects.equals(week, other))));
      }
    }
    for (Section section : kin) {
      for (By by : By.values()) {
        List<String> groups =
            cube.groups(by).stream()
                .filter(group -> !section.isEmpty(whole.sums().of(by, group)))
                .toList();
        inBlocks(groups).forEach(block -> blocks.add(new Block(section, by, block)));
      }
    }
    hideSmall();
    if (hidden.stream().anyMatch(place -> !place.slice().whole())) {
      holdBackNewestWeeks();
    }
    // Slices do not touch one another from here on: only those that are asked for are gone through.
    slices()
        .filter(slice -> slice.whole() == question.isWhole())
        .filter(slice -> slice.whole() || question.includes(slice.week()))
        .forEach(this::hideWhatFollows);
  }

  /** Whether a section's row may be shown over the whole, or over the weeks of a range. */
  boolean shows(Section section, By by, String group, Question question) {
    Optional<Block> block =
        blocks.stream()
            .filter(b -> b.section().equals(section) && b.by() == by && b.groups().contains(group))
            .findFirst();
    if (block.isEmpty()) {
      return true;
    }
    return question.isWhole()
        ? !isHidden(whole, block.get())
        : weeks.stream()
            .filter(week -> question.includes(week.week()))
            .noneMatch(week -> isHidden(week, block.get()));
  }

  private boolean isHidden(Slice slice, Block block) {
    return hidden.contains(new Place(slice, block));
  }

  private Stream<Slice> slices() {
    return Stream.concat(Stream.of(whole), weeks.stream());
  }

  /** Pairs of neighbours; an odd one out joins the last pair. */
  private static List<List<String>> inBlocks(List<String> groups) {
    List<List<String>> blocks = new ArrayList<>();
    int from = 0;
    while (from < groups.size()) {
      int to = groups.size() - from <= 3 ? groups.size() : from + 2;
      blocks.add(List.copyOf(groups.subList(from, to)));
      from = to;
    }
    return blocks;
  }

  private void hideSmall() {
    slices()
        .forEach(
            slice ->
                blocks.stream()
                    .filter(block -> !small(slice, block).isEmpty())
                    .forEach(block -> hidden.add(new Place(slice, block))));
  }

  /** The numbers that are small in any row of a block, of hers or of what she may not ask for. */
  private List<Quantity> small(Slice slice, Block block) {
    return block.section().watched().stream()
        .filter(
            quantity ->
                block.groups().stream()
                    .anyMatch(
                        group ->
                            quantity.isSmall(slice.sums().of(block.by(), group), threshold)
                                || quantity.isSmall(slice.rest().of(block.by(), group), threshold)))
        .toList();
  }

  /**
   * The whole less the shown weeks is what the hidden weeks hold together. So that it tells nothing
   * of any one of them, the newest weeks are held back altogether: as many as it takes for every
   * combination of police service, program and mode to occur in two of them, or in no other.
   */
  private void holdBackNewestWeeks() {
    Map<Atom, Integer> heldBack = new HashMap<>();
    for (Slice week : weeks.reversed()) {
      List<Atom> pieces = pieces(week);
      if (pieces.stream().anyMatch(piece -> heldBack.getOrDefault(piece, 0) < 2)) {
        pieces.forEach(piece -> heldBack.merge(piece, 1, Integer::sum));
        blocks.forEach(block -> hidden.add(new Place(week, block)));
      }
    }
  }

  private void hideWhatFollows(Slice slice) {
    Told told = new Told(slice.sums(), pieces(slice), kin);
    Optional<long[]> next = firstTold(slice, told);
    while (next.isPresent()) {
      Optional<Block> more = nextToHide(slice, told, next.get());
      if (more.isEmpty()) {
        return;
      }
      hidden.add(new Place(slice, more.get()));
      next = firstTold(slice, told);
    }
  }

  /** The first small number of a hidden row, or of a piece no table prints, that follows. */
  private Optional<long[]> firstTold(Slice slice, Told told) {
    Span known = known(slice, told, null);
    Stream<long[]> rows =
        blocks.stream()
            .filter(block -> isHidden(slice, block))
            .flatMap(
                block ->
                    small(slice, block).stream()
                        .flatMap(
                            quantity ->
                                block.groups().stream()
                                    .map(group -> told.row(block.by(), group, quantity))));
    Stream<long[]> pieces =
        kin.stream()
            .flatMap(section -> section.watched().stream())
            .distinct()
            .flatMap(quantity -> told.smallPieces(quantity, threshold).stream());
    return Stream.concat(rows, pieces)
        .filter(row -> told.tells(row))
        .filter(known::determines)
        .findFirst();
  }

  /** The first shown block without which the row does not follow; the one-row table comes last. */
  private Optional<Block> nextToHide(Slice slice, Told told, long[] row) {
    List<Block> shown =
        Stream.concat(
                blocks.stream().filter(block -> block.by() != By.NONE),
                blocks.stream().filter(block -> block.by() == By.NONE))
            .filter(block -> !isHidden(slice, block))
            .toList();
    return shown.stream()
        .filter(block -> !known(slice, told, block).determines(row))
        .findFirst()
        .or(() -> shown.stream().findFirst());
  }

  /** Everything a reader is told of a slice. */
  private Span known(Slice slice, Told told, @Nullable Block without) {
    Span known = told.beforehand();
    for (Block block : blocks) {
      if (!block.equals(without) && !isHidden(slice, block)) {
        block.groups().forEach(group -> told.show(known, block.section(), block.by(), group));
      }
    }
    known.partsOfNothing();
    return known;
  }

  /** What exists in a slice; a reader may know which programs run where. */
  private List<Atom> pieces(Slice slice) {
    return slice.sums().pieces().entrySet().stream()
        .filter(piece -> !kin.stream().allMatch(section -> section.isEmpty(piece.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
