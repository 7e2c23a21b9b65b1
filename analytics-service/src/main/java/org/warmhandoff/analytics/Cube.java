package org.warmhandoff.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that was counted for one measure in one release, in its finest pieces. */
public final class Cube {

  private static final Comparator<Atom> ORDER =
      Comparator.comparing(Atom::week, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Atom::policeService)
          .thenComparing(Atom::program)
          .thenComparing(Atom::mode);

  private final Map<Atom, Cell> cells = new HashMap<>();

  /** The cell of an atom, made when it is first asked for. */
  public Cell at(Atom atom) {
    return cells.computeIfAbsent(atom, a -> new Cell());
  }

  /** The part of it these atoms make. */
  Cube only(Predicate<Atom> which) {
    Cube part = new Cube();
    cells.forEach(
        (atom, cell) -> {
          if (which.test(atom)) {
            part.cells.put(atom, cell);
          }
        });
    return part;
  }

  List<Atom> all() {
    return cells.keySet().stream().sorted(ORDER).toList();
  }

  /** The weeks there are facts of, in order; null, where the week is not known, comes first. */
  List<@Nullable LocalDate> weeks() {
    List<@Nullable LocalDate> weeks = new ArrayList<>();
    for (Atom atom : all()) {
      if (weeks.isEmpty() || !Objects.equals(weeks.getLast(), atom.week())) {
        weeks.add(atom.week());
      }
    }
    return weeks;
  }

  SortedSet<String> groups(By by) {
    SortedSet<String> groups = new TreeSet<>();
    cells.keySet().forEach(atom -> groups.add(by.groupOf(atom)));
    return groups;
  }

  /** The sum over every group of every dimension, of these weeks. */
  Sums sums(Predicate<@Nullable LocalDate> weeks) {
    Sums sums = new Sums();
    cells.forEach(
        (atom, cell) -> {
          if (weeks.test(atom.week())) {
            sums.add(atom, cell);
          }
        });
    return sums;
  }

  /** Every group's sum over one stretch of time. */
  static final class Sums {

    private final Map<By, Map<String, Cell>> groups = new EnumMap<>(By.class);
    private final Map<Atom, Cell> pieces = new TreeMap<>(ORDER);

    private void add(Atom atom, Cell cell) {
      pieces
          .computeIfAbsent(
              new Atom(null, atom.policeService(), atom.program(), atom.mode()), a -> new Cell())
          .add(cell);
      for (By by : By.values()) {
        groups
            .computeIfAbsent(by, b -> new HashMap<>())
            .computeIfAbsent(by.groupOf(atom), g -> new Cell())
            .add(cell);
      }
    }

    Cell of(By by, String group) {
      return groups.getOrDefault(by, Map.of()).getOrDefault(group, new Cell());
    }

    Cell piece(Atom piece) {
      return pieces.getOrDefault(piece, new Cell());
    }

    /** What exists, time apart: police service, program and mode that occur together. */
    Map<Atom, Cell> pieces() {
      return pieces;
    }
  }
}
