package org.warmhandoff.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the rows. */
public final class Summary {

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<Refused> refused = new ArrayList<>();
  private int before;

  /** A row intake or the mapping refused, with the reason in words. */
  public record Refused(int row, String problem) {}

  synchronized void taken(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  synchronized void refused(int row, String problem) {
    refused.add(new Refused(row, problem));
  }

  synchronized void knownBefore(int rows) {
    before = rows;
  }

  /** Intake's word for what it did → rows. */
  public synchronized Map<String, Integer> outcomes() {
    return Map.copyOf(outcomes);
  }

  /** Rows that were refused, in the order they were met. */
  public synchronized List<Refused> refused() {
    return List.copyOf(refused);
  }

  /** Rows posted or refused in this run. */
  public synchronized int handled() {
    return refused.size() + outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Rows an earlier run had already brought in. */
  public synchronized int before() {
    return before;
  }

  /** Whether every row that was taken was already known as it is. */
  public synchronized boolean unchanged() {
    return !outcomes.isEmpty() && outcomes.keySet().equals(Set.of("unchanged"));
  }
}
