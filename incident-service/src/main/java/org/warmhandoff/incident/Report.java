package org.warmhandoff.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;

/**
 * The whole state of one incident as its source knows it.
 *
 * @param begun whether the source says when it happened; else the facts say when it was known
 * @param canonical the content in one fixed order, position apart: equal where nothing changed
 * @param kept the note and every field this release does not know, as JSON; sealed, never told
 * @param relations how it belongs with other incidents of the source
 */
public record Report(
    String externalId,
    Mode mode,
    Position position,
    ReportedFacts facts,
    boolean begun,
    List<ReportedPerson> persons,
    Personal canonical,
    @Nullable Personal kept,
    Relations relations) {
  public Report {
    persons = List.copyOf(persons);
  }

  /** A report of an incident that stands by itself. */
  public Report(
      String externalId,
      Mode mode,
      Position position,
      ReportedFacts facts,
      boolean begun,
      List<ReportedPerson> persons,
      Personal canonical,
      @Nullable Personal kept) {
    this(externalId, mode, position, facts, begun, persons, canonical, kept, Relations.NONE);
  }

  /** The same report where its type alone makes it domestic. */
  public Report asDomestic() {
    ReportedFacts domestic =
        new ReportedFacts(
            facts.type(),
            facts.status(),
            Known.YES,
            facts.physical(),
            facts.charge(),
            facts.arrest(),
            facts.released(),
            facts.relationship(),
            facts.municipality(),
            facts.placeKind(),
            facts.priority(),
            facts.occurredAt());
    return with(domestic, kept);
  }

  /** The same report with its facts in other codes, and what else is to be kept. */
  public Report with(ReportedFacts coded, @Nullable Personal keptNow) {
    return new Report(
        externalId, mode, position, coded, begun, persons, canonical, keptNow, relations);
  }
}
