package org.warmhandoff.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of one section are hidden, in every table that can be asked of one release together:
 * the whole and each week, in one row and by every dimension.
 *
 * <p>Rows are hidden by fixed blocks of neighbouring codes, at least two rows each, never by size:
 * a block with a small number in it is hidden as a whole. So whatever a hidden number is, one unit
 * more in its row and one less in its neighbour's leaves every published byte as it is. Then every
 * hidden row is checked against all that is shown, as linear equations, since one dimension's rows
 * may be sums of another's; what would still follow makes more blocks hidden. The choice looks at
 * which numbers are small and at what exists, never at a hidden value.
 */
final class HiddenBlocks {

  /** A table's time: the whole release, or one week of receipt. */
  private record Slice(boolean whole, @Nullable LocalDate week, Cube.Sums sums) {}

  /** Rows of one table that are shown or hidden together. */
  private record Block(By by, List<String> groups) {}

  private record Place(Slice slice, Block block) {}

  private final Section section;
  private final int threshold;
  private final Slice whole;
  private final List<Slice> weeks = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Set<Place> hidden = new HashSet<>();

  /**
   * @param byWeek whether weeks will be asked for; the whole does not depend on them
   */
  HiddenBlocks(Cube cube, Section section, int threshold, boolean byWeek) {
    this.section = section;
    this.threshold = threshold;
    this.whole = new Slice(true, null, cube.sums(week -> true));
    if (byWeek) {
      for (LocalDate week : cube.weeks()) {
        weeks.add(new Slice(false, week, cube.sums(other -> Objects.equals(week, other))));
      }
    }
    for (By by : By.values()) {
      List<String> groups =
          cube.groups(by).stream()
              .filter(group -> !section.isEmpty(whole.sums().of(by, group)))
              .toList();
      inBlocks(groups).forEach(block -> blocks.add(new Block(by, block)));
    }
    hideSmall();
    if (hidden.stream().anyMatch(place -> !place.slice().whole())) {
      holdBackNewestWeeks();
    }
    hideWhatFollows();
  }

  /** Whether a row may be shown over the whole, or over the weeks of a range. */
  boolean shows(By by, String group, Question question) {
    Optional<Block> block =
        blocks.stream().filter(b -> b.by() == by && b.groups().contains(group)).findFirst();
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

  private List<Slice> slices() {
    return Stream.concat(Stream.of(whole), weeks.stream()).toList();
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
    for (Slice slice : slices()) {
      for (Block block : blocks) {
        if (block.groups().stream()
            .anyMatch(group -> section.isSmall(slice.sums().of(block.by(), group), threshold))) {
          hidden.add(new Place(slice, block));
        }
      }
    }
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

  private void hideWhatFollows() {
    for (Slice slice : slices()) {
      List<Atom> pieces = pieces(slice);
      Optional<boolean[]> told = firstTold(slice, pieces);
      while (told.isPresent()) {
        hidden.add(new Place(slice, nextToHide(slice, pieces, told.get())));
        told = firstTold(slice, pieces);
      }
    }
  }

  /** The first hidden row, or small piece that no table prints, that follows from what is shown. */
  private Optional<boolean[]> firstTold(Slice slice, List<Atom> pieces) {
    Span known = known(slice, pieces, null);
    Stream<boolean[]> rows =
        blocks.stream()
            .filter(block -> isHidden(slice, block))
            .flatMap(block -> block.groups().stream().map(group -> row(pieces, block.by(), group)));
    Stream<boolean[]> small =
        IntStream.range(0, pieces.size())
            .filter(at -> section.isSmall(slice.sums().piece(pieces.get(at)), threshold))
            .mapToObj(
                at -> {
                  boolean[] row = new boolean[pieces.size()];
                  row[at] = true;
                  return row;
                });
    return Stream.concat(rows, small)
        .filter(row -> !Arrays.equals(row, new boolean[row.length]))
        .filter(known::determines)
        .findFirst();
  }

  /** The first shown block without which the row does not follow; the one-row table comes last. */
  private Block nextToHide(Slice slice, List<Atom> pieces, boolean[] told) {
    List<Block> shown =
        Stream.concat(
                blocks.stream().filter(block -> block.by() != By.NONE),
                blocks.stream().filter(block -> block.by() == By.NONE))
            .filter(block -> !isHidden(slice, block))
            .toList();
    return shown.stream()
        .filter(block -> !known(slice, pieces, block).determines(told))
        .findFirst()
        .orElseGet(shown::getFirst);
  }

  private Span known(Slice slice, List<Atom> pieces, @Nullable Block without) {
    Span known = new Span();
    for (Block block : blocks) {
      if (!block.equals(without) && !isHidden(slice, block)) {
        block.groups().forEach(group -> known.add(row(pieces, block.by(), group)));
      }
    }
    return known;
  }

  private static boolean[] row(List<Atom> pieces, By by, String group) {
    boolean[] row = new boolean[pieces.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = by.groupOf(pieces.get(i)).equals(group);
    }
    return row;
  }

  /** What exists in a slice; a reader may know which programs run where. */
  private List<Atom> pieces(Slice slice) {
    return slice.sums().pieces().entrySet().stream()
        .filter(piece -> !section.isEmpty(piece.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
