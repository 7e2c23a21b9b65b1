package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;

/**
 * Incidents with everything that was merged into them. A fact of one of them is a fact of the
 * whole, and is decided on where the whole goes on.
 */
@ApplicationScoped
public class Wholes {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Moves moves;
  private final InstantSource clock;

  Wholes(RoutedIncidents incidents, Assignments assignments, Moves moves, InstantSource clock) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.moves = moves;
    this.clock = clock;
  }

  /**
   * What is to be decided on after a fact.
   *
   * @param incident the one that goes on, locked
   * @param before as it stood
   */
  public record Heard(RoutedIncident incident, IncidentView before) {}

  /** Takes in a fact of an incident that is locked. */
  public Heard hear(RoutedIncident told, IncidentEvent event, Head head) {
    Mode mode = head.mode();
    Instant at = head.time();
    UnaryOperator<IncidentView> fact = view -> view.after(event, mode, at);
    if (told.standsAlone()) {
      return alone(told, fact);
    }
    boolean ofItsSource = event instanceof IncidentReported || event instanceof IncidentUpdated;
    RoutedIncident whole = goesOn(told);
    // the status and the place of a merged one are its own; what officers say is said of the whole
    return heard(
        told,
        whole,
        fact,
        view ->
            (ofItsSource && whole != told) || MergedView.saidBefore(view, event)
                ? MergedView.beside(view, mode, at)
                : fact.apply(view));
  }

  /** The same with what was said of a consent. */
  public Heard hear(RoutedIncident told, ConsentEvent event, Head head) {
    UnaryOperator<IncidentView> fact = view -> view.after(event, head.time());
    return told.standsAlone() ? alone(told, fact) : heard(told, goesOn(told), fact, fact);
  }

  private Heard alone(RoutedIncident told, UnaryOperator<IncidentView> fact) {
    IncidentView before = told.view();
    told.now(fact.apply(before), clock.instant());
    return new Heard(told, before);
  }

  private Heard heard(
      RoutedIncident told,
      RoutedIncident whole,
      UnaryOperator<IncidentView> ofOne,
      UnaryOperator<IncidentView> ofAll) {
    Instant now = clock.instant();
    IncidentView before = whole.view();
    if (whole != told) {
      told.now(ofOne.apply(MergedView.counting(told.view(), before)), now);
    }
    List<RoutedIncident> others = incidents.of(whole.kin().merged());
    whole.goOnFor(others, ofAll.apply(MergedView.with(before, whole.ownFacts())), before, now);
    return new Heard(whole, before);
  }

  /** The one that goes on for it, locked. */
  public RoutedIncident goesOn(RoutedIncident one) {
    RoutedIncident at = one;
    for (UUID into = at.mergedInto(); into != null; into = at.mergedInto()) {
      at = incidents.locked(into).orElseThrow();
    }
    return at;
  }

  /**
   * From here one alone counts. What stood at the other holds there, and what is under way for it
   * goes on there, with nobody paged anew.
   *
   * @param from stands on its own until now
   * @param into what its source named
   */
  public void merge(Family family, RoutedIncident from, RoutedIncident into, Head cause) {
    RoutedIncident whole = family.goesOn(into);
    Instant now = clock.instant();
    Numbering count = Numbering.of(whole.view(), from.view());
    renumber(family, whole, count, count::ofFirst);
    renumber(family, from, count, count::ofSecond);
    IncidentView joined = MergedView.joined(whole.view(), from.view());
    from.mergeInto(into.incident(), now);
    whole.goOnFor(family.under(whole), MergedView.with(joined, whole.ownFacts()), joined, now);
    moves.merged(from.incident(), whole.view(), cause);
    family.link();
  }

  private void renumber(
      Family family, RoutedIncident whole, Numbering count, LongUnaryOperator as) {
    Instant now = clock.instant();
    whole.now(MergedView.numbered(whole.view(), count, as), now);
    family.under(whole).forEach(one -> one.now(MergedView.numbered(one.view(), count, as), now));
    assignments.at(whole.incident()).forEach(one -> one.marks().renumber(as));
    assignments
        .countedFor(whole.incident(), whole.kin().merged())
        .forEach(one -> one.marks().renumberCounted(as));
  }

  /** It stands on its own again, and what came with it and is still open goes back to it. */
  public void separate(Family family, RoutedIncident alone, Head cause) {
    RoutedIncident whole = family.goesOn(alone);
    Instant now = clock.instant();
    IncidentView before = whole.view();
    Set<UUID> leaving = new HashSet<>(Set.of(alone.incident()));
    List<RoutedIncident> under = family.under(alone);
    under.forEach(one -> leaving.add(one.incident()));
    alone.leave(whole);
    IncidentView rest = MergedView.without(before, alone.view());
    IncidentView left = MergedView.alone(alone.view(), before);
    IncidentView stood =
        MergedView.with(
            left,
            MergedFacts.of(left.facts(), under.stream().map(RoutedIncident::ownFacts).toList()));
    alone.goOnFor(under, left, stood, now);
    whole.goOnFor(family.under(whole), MergedView.with(rest, whole.ownFacts()), before, now);
    moves.separated(whole.incident(), leaving, alone.view(), cause);
    family.link();
  }
}
