package org.warmhandoff.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Incidents that are merged, split or linked with one another, all of them locked. */
public final class Family {

  private final Map<UUID, RoutedIncident> rows = new HashMap<>();

  Family(Collection<RoutedIncident> rows) {
    rows.forEach(row -> this.rows.put(row.incident(), row));
  }

  /** One of them; empty where it was not heard of yet. */
  public Optional<RoutedIncident> of(UUID incident) {
    return Optional.ofNullable(rows.get(incident));
  }

  /** The one that goes on for it: itself where it was not merged into another. */
  public RoutedIncident goesOn(RoutedIncident one) {
    RoutedIncident at = one;
    for (UUID into = at.mergedInto(); into != null; into = at.mergedInto()) {
      at = Objects.requireNonNull(rows.get(into), "the family was not gathered whole");
    }
    return at;
  }

  /**
   * The one that was merged straight into {@code above}, on the way from this one up; empty where
   * the way leads elsewhere.
   */
  public Optional<RoutedIncident> lastBefore(RoutedIncident above, RoutedIncident one) {
    RoutedIncident at = one;
    for (UUID into = at.mergedInto(); into != null; into = at.mergedInto()) {
      if (into.equals(above.incident())) {
        return Optional.of(at);
      }
      at = Objects.requireNonNull(rows.get(into), "the family was not gathered whole");
    }
    return Optional.empty();
  }

  /** Every one that was merged into it, also by way of another. */
  List<RoutedIncident> under(RoutedIncident one) {
    return rows.values().stream()
        .filter(row -> row != one && lastBefore(one, row).isPresent())
        .sorted((left, right) -> left.incident().compareTo(right.incident()))
        .toList();
  }

  /** Every view says which incidents it is linked with, each as the one that goes on. */
  public void link() {
    for (RoutedIncident row : rows.values()) {
      if (row.mergedInto() == null) {
        row.linked(linked(row));
      }
    }
  }

  private List<UUID> linked(RoutedIncident whole) {
    return Stream.concat(Stream.of(whole), under(whole).stream())
        .flatMap(one -> one.kin().linked().stream())
        .flatMap(id -> of(id).stream())
        .map(this::goesOn)
        .filter(other -> other != whole)
        .map(RoutedIncident::incident)
        .distinct()
        .sorted()
        .toList();
  }
}
