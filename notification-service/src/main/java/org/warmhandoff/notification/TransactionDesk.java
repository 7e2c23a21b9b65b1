package org.warmhandoff.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.ProgramsWeighed;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.notification.Decision.Weighed;

/** The switchboard's surroundings within one transaction that holds the incident's lock. */
final class TransactionDesk implements Desk {

  private final Desks desks;
  private final RoutedIncident incident;
  private final @Nullable Head cause;
  private final Instant now;
  private @Nullable Glance glance;
  private @Nullable Carried carried;
  private final DecisionNotes notes;
  private final boolean atOnce;

  /** Whether nothing was ever heard of the incident before: then nobody was asked for it either. */
  private final boolean heardFirst;

  private final FollowUp followUp;
  private final Set<Assignment> fresh = new LinkedHashSet<>();
  private boolean kept;

  /** What is in whose hands, as it was read for this view: until this transaction changes it. */
  private record Carried(IncidentView view, Roster roster, Load load) {}

  /**
   * The desk of one incident.
   *
   * @param atOnce whether facts and reasons are written one by one, and not at the {@link #end}
   */
  TransactionDesk(Desks desks, RoutedIncident incident, @Nullable Head cause, boolean atOnce) {
    this.desks = desks;
    this.incident = incident;
    this.cause = cause;
    this.now = desks.clock.instant();
    this.notes = new DecisionNotes(desks.outbox, desks.reasonings, incident);
    this.followUp = new FollowUp(desks, now, cause == null ? null : cause.recordedTime());
    this.atOnce = atOnce;
    this.heardFirst = !atOnce && !desks.database.contains(incident);
  }

  /** Writes what was decided. */
  void end() {
    persist();
    notes.write();
    desks.database.flush();
  }

  /** As late as can be: Hibernate inserts a row as it was then, and updates it with what came. */
  private void persist() {
    if (!desks.database.contains(incident)) {
      desks.database.persist(incident);
    }
    fresh.forEach(desks.assignments::persist);
    fresh.clear();
  }

  private void tell(Subject subject, AssignmentEvent event) {
    notes.tell(subject, event);
    noted();
  }

  private void noted() {
    if (atOnce) {
      persist();
      notes.write();
    }
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public UUID newId() {
    return UUID.randomUUID();
  }

  @Override
  public boolean mayCall() {
    return cause == null || cause.mode() == Mode.LIVE;
  }

  @Override
  public Duration freshFor() {
    return desks.freshFor;
  }

  @Override
  public List<Program> programs(String policeService) {
    if (!policeService.equals(incident.policeService())) {
      return desks.programs.of(policeService);
    }
    return glance().programs().stream()
        .map(one -> desks.programs.version(one.code(), one.version()))
        .toList();
  }

  @Override
  public List<Program> programs(List<Assignment.Rung> rungs) {
    return rungs.stream()
        .map(rung -> desks.programs.version(rung.program(), rung.version()))
        .toList();
  }

  @Override
  public Roster roster(List<Program> programs, IncidentView view, List<Assignment> assignments) {
    Set<UUID> others = new HashSet<>(view.facts().excludedStaff());
    programs.forEach(program -> others.addAll(program.supervisors()));
    assignments.forEach(assignment -> others.addAll(assignment.occupied()));
    return desks.rosters.of(programs, others, now, glance());
  }

  /** Looked at once for a decision; whoever is taken is looked at again by their own row. */
  private Glance glance() {
    Glance seen = glance;
    if (seen == null) {
      seen = Glance.at(desks.database, incident.policeService(), now);
      glance = seen;
    }
    return seen;
  }

  @Override
  public Load load(IncidentView view, Roster roster) {
    if (carried == null || carried.view() != view || carried.roster() != roster) {
      carried = new Carried(view, roster, desks.holds.load(view, roster.workers().keySet()));
    }
    return carried.load();
  }

  @Override
  public List<Assignment> assignments(UUID id) {
    if (heardFirst) {
      return List.copyOf(fresh);
    }
    if (kept) {
      // what was opened a moment ago is among them
      persist();
      desks.database.flush();
      kept = false;
    }
    return desks.assignments.of(id, incident.kin().merged());
  }

  @Override
  public Claim claim(Assignment assignment, Step.PageCrew page, boolean patient) {
    carried = null;
    return followUp.claim(assignment, incident.view(), page, patient);
  }

  @Override
  public Collection<UUID> inOtherHands() {
    return desks.holds.inOtherHands();
  }

  @Override
  public void taking(List<UUID> crew) {
    desks.holds.lock(crew);
  }

  @Override
  public void keep(Assignment assignment, IncidentView view, List<AssignmentEvent> events) {
    kept = true;
    if (!desks.assignments.isPersistent(assignment)) {
      fresh.add(assignment);
      noted();
    }
    if (events.size() == 1 && events.getFirst() instanceof AssignmentOpened open) {
      // nobody was asked yet: there is no page, no hold and no deadline to bring in line with it
      followUp.opened(assignment);
      tell(subject(assignment.id(), assignment.nextVersion(), view), open);
      return;
    }
    carried = null;
    followUp.follow(
        assignment,
        view,
        events,
        event -> tell(subject(assignment.id(), assignment.nextVersion(), view), event));
  }

  @Override
  public void late(Assignment assignment) {
    desks.alerts.persist(Alert.late(newId(), assignment, now));
  }

  @Override
  public void sides(IncidentView view) {
    if (heardFirst) {
      return;
    }
    carried = null;
    desks.holds.sides(view);
  }

  @Override
  public IncidentView asItStands(IncidentView view) {
    return incident.view();
  }

  @Override
  public void nobodyComes(IncidentView view, @Nullable String helpLine) {
    incident.now(incident.view().nobodyTold(), now);
    advise(view, new CadAdvisory.NobodyAvailable(view.incident(), now, helpLine));
  }

  @Override
  public void advise(IncidentView view, CadAdvisory advisory) {
    notes.tell(subject(view.incident(), incident.nextAdvisory(), view), advisory);
    noted();
  }

  @Override
  public void weighed(Decision decision) {
    IncidentView view = decision.incident();
    List<AssignmentEvent.Verdict> verdicts =
        decision.programs().stream().map(Weighed::verdict).toList();
    boolean news = incident.weighed(verdicts);
    if (news) {
      tell(
          subject(view.incident(), incident.nextWeighing(), view),
          new ProgramsWeighed(view.incident(), verdicts));
    }
    boolean stale = incident.stale(decision.stale().orElse(null));
    if (view.mode() == Mode.LIVE && (news || stale || !decision.opening().isEmpty())) {
      keep(mayCall() ? Reasons.ofWeighing(decision) : Reasons.of(decision, null, List.of()));
    }
  }

  @Override
  public void reasoned(Assignment assignment, Decision decision, List<Step> steps) {
    keep(Reasons.of(decision, assignment.id(), new ArrayList<>(steps)));
  }

  private void keep(Reasons reasons) {
    notes.keep(reasons);
    noted();
  }

  private Subject subject(UUID id, long version, IncidentView view) {
    return new Subject(
        id,
        view.incident().toString(),
        version,
        view.policeService(),
        view.jurisdiction(),
        view.mode(),
        view.incident(),
        cause == null ? null : cause.id(),
        null);
  }
}
