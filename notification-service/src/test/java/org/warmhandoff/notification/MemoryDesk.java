package org.warmhandoff.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;

/** The switchboard's surroundings as a few maps: no database, no broker, a clock set by hand. */
final class MemoryDesk implements Desk {

  final Map<String, Program> programs = new LinkedHashMap<>();
  final Map<UUID, Worker> workers = new HashMap<>();
  final Map<String, List<RotaEntry>> rota = new HashMap<>();
  final Map<UUID, IncidentView> incidents = new LinkedHashMap<>();
  final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
  private final Map<UUID, List<Assignment>> ofIncident = new HashMap<>();
  private final Map<UUID, Assignment> unfinished = new LinkedHashMap<>();
  private final Map<UUID, List<UUID>> occupiedBy = new HashMap<>();
  private boolean freed;
  final List<AssignmentEvent> told = new ArrayList<>();
  final List<CadAdvisory> advised = new ArrayList<>();
  final Map<UUID, Instant> lastCalled = new HashMap<>();
  final Map<UUID, Map<UUID, Set<Audience>>> sides = new HashMap<>();
  final Map<UUID, Decision> decisions = new HashMap<>();
  final Map<UUID, Set<UUID>> saidYes = new HashMap<>();
  final List<UUID> late = new ArrayList<>();
  private boolean mayCall = true;
  private BooleanSupplier snatched = () -> false;
  private Predicate<List<UUID>> inOtherHands = crew -> false;
  private final Random ids = new Random(7);
  private final Switchboard switchboard = new Switchboard(this);
  private Instant now;

  MemoryDesk(Instant start) {
    now = start;
  }

  void program(ProgramSpec spec) {
    Program present = programs.get(String.valueOf(spec.code()));
    Program next = Program.of(spec, present == null ? 1 : present.version() + 1);
    programs.put(next.code(), next);
  }

  void worker(UUID id) {
    worker(new Worker(id, "demo-agency", null, true, List.of(new Channel.InApp(true))));
  }

  void worker(Worker worker) {
    workers.put(worker.id(), worker);
  }

  void onDuty(String program, WindowSpec window, UUID... staff) {
    Program found = Objects.requireNonNull(programs.get(program));
    rota.computeIfAbsent(program, code -> new ArrayList<>())
        .add(
            new RotaEntry(
                newId(), program, List.of(staff), Window.of(window, found.zone(), "/window")));
  }

  void alwaysOnDuty(String program, UUID... staff) {
    onDuty(program, WindowSpec.of("FREQ=DAILY", "00:00", "24:00"), staff);
  }

  UUID report(String policeService, IncidentFacts facts) {
    return report(policeService, facts, Mode.LIVE);
  }

  UUID report(String policeService, IncidentFacts facts, Mode mode) {
    UUID incident = newId();
    incidents.put(
        incident,
        IncidentView.of(new IncidentReported(incident, facts), policeService, "CA-ON", mode, now));
    heard(incident);
    return incident;
  }

  /** A fact of an incident, in the mode its report had. */
  void tell(IncidentEvent event) {
    tell(event, incident(event.incident()).mode(), now);
  }

  void tell(IncidentEvent event, Mode mode, Instant at) {
    incidents.compute(
        event.incident(), (id, view) -> Objects.requireNonNull(view).after(event, mode, at));
    mayCall = mode == Mode.LIVE;
    heard(event.incident());
    mayCall = true;
  }

  void tell(ConsentEvent event) {
    incidents.computeIfPresent(event.incident(), (id, view) -> view.after(event, now));
    heard(event.incident());
  }

  void heard(UUID incident) {
    switchboard.heard(incident(incident));
    hasten();
  }

  void answer(Assignment assignment, Answer answer, UUID staff) {
    switchboard.answered(incident(assignment.incident()), assignment, answer, staff);
    hasten();
  }

  /** Somebody is free: what waits for a worker is looked at, the longest waiting first. */
  private void hasten() {
    if (!freed) {
      return;
    }
    freed = false;
    List<Assignment> waiting =
        unfinished.values().stream()
            .filter(Assignment::waitsForWorker)
            .sorted(Comparator.comparing(Assignment::openedAt))
            .toList();
    for (Assignment one : waiting) {
      if (one.waitsForWorker()) {
        switchboard.due(incident(one.incident()), one);
      }
    }
  }

  /** Moves the clock and lets everything that fell due happen, in the order it fell due. */
  void moveTo(Instant target) {
    while (true) {
      Assignment next =
          unfinished.values().stream()
              .filter(one -> one.deadline().filter(d -> !d.dueAt().isAfter(target)).isPresent())
              .min(Comparator.comparing(one -> one.deadline().orElseThrow().dueAt()))
              .orElse(null);
      if (next == null) {
        now = target;
        return;
      }
      Instant due = next.deadline().orElseThrow().dueAt();
      now = due.isAfter(now) ? due : now;
      switchboard.due(incident(next.incident()), next);
      hasten();
    }
  }

  /** The clock moves and what fell due has not happened yet. */
  void clockAloneTo(Instant target) {
    now = target;
  }

  /** The clock jumps; what fell due meanwhile happens late, as after a service was down. */
  void jumpTo(Instant target) {
    now = target;
    moveTo(target);
  }

  /** Whoever another decision is about at this moment. */
  void inOtherHands(Predicate<List<UUID>> crews) {
    inOtherHands = crews;
  }

  /** Now and then somebody else takes the worker at the very moment. */
  BooleanSupplier snatching(BooleanSupplier now) {
    BooleanSupplier before = snatched;
    snatched = now;
    return before;
  }

  IncidentView incident(UUID id) {
    return Objects.requireNonNull(incidents.get(id));
  }

  Assignment only(UUID incident) {
    List<Assignment> all = assignments(incident);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " assignments");
    }
    return all.getFirst();
  }

  List<String> toldOf(UUID assignment) {
    return told.stream()
        .filter(event -> assignment.equals(AboutAssignment.of(event)))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public UUID newId() {
    return new UUID(ids.nextLong(), ids.nextLong());
  }

  @Override
  public boolean mayCall() {
    return mayCall;
  }

  @Override
  public Duration freshFor() {
    return Duration.ofHours(4);
  }

  @Override
  public List<Program> programs(String policeService) {
    return programs.values().stream()
        .filter(program -> program.policeServices().contains(policeService))
        .toList();
  }

  @Override
  public List<Program> programs(List<Assignment.Rung> rungs) {
    return rungs.stream().map(r -> Objects.requireNonNull(programs.get(r.program()))).toList();
  }

  @Override
  public Roster roster(List<Program> all, IncidentView incident, List<Assignment> assigned) {
    return new Roster(workers, rotaNow());
  }

  private Map<String, ProgramRota> rotaNow() {
    Map<String, ProgramRota> all = new HashMap<>();
    rota.forEach((program, entries) -> all.put(program, RotaEntry.at(entries, now)));
    return all;
  }

  @Override
  public Load load(IncidentView incident, Roster roster) {
    Map<UUID, Load.OfWorker> load = new HashMap<>();
    lastCalled.forEach((staff, at) -> load.put(staff, new Load.OfWorker(0, false, false, at)));
    for (Assignment assignment : unfinished.values()) {
      boolean paged = assignment.state() instanceof AssignmentState.Paged;
      for (UUID staff : assignment.occupied()) {
        Load.OfWorker before =
            load.getOrDefault(staff, new Load.OfWorker(0, false, false, lastCalled.get(staff)));
        load.put(
            staff,
            new Load.OfWorker(
                before.active() + 1,
                before.onScene() || (assignment.binds() && !paged),
                before.paged() || (assignment.binds() && paged),
                before.idleSince()));
      }
    }
    Set<UUID> parties =
        incident.facts().parties().stream()
            .flatMap(MemoryDesk::everyId)
            .collect(Collectors.toSet());
    Map<UUID, Set<Audience>> seen = new HashMap<>();
    sides.forEach(
        (staff, persons) ->
            persons.forEach(
                (person, audiences) -> {
                  if (parties.contains(person)) {
                    seen.computeIfAbsent(staff, s -> EnumSet.noneOf(Audience.class))
                        .addAll(audiences);
                  }
                }));
    return new Load(load, seen);
  }

  @Override
  public List<Assignment> assignments(UUID incident) {
    return List.copyOf(ofIncident.getOrDefault(incident, List.of()));
  }

  Assignment assignment(UUID id) {
    return Objects.requireNonNull(assignments.get(id));
  }

  /** Those somebody may still do something about, or that do something by themselves. */
  Collection<Assignment> unfinished() {
    return List.copyOf(unfinished.values());
  }

  @Override
  public Claim claim(Assignment assignment, Step.PageCrew page, boolean patient) {
    if (!patient && inOtherHands.test(page.crew().staff())) {
      return Claim.IN_OTHER_HANDS;
    }
    if (snatched.getAsBoolean()) {
      return Claim.GONE;
    }
    page.crew().staff().forEach(staff -> lastCalled.put(staff, now));
    return Claim.TAKEN;
  }

  @Override
  public Collection<UUID> inOtherHands() {
    return List.of();
  }

  @Override
  public void taking(List<UUID> crew) {}

  @Override
  public void keep(Assignment assignment, IncidentView incident, List<AssignmentEvent> events) {
    if (assignments.putIfAbsent(assignment.id(), assignment) == null) {
      ofIncident.computeIfAbsent(assignment.incident(), id -> new ArrayList<>()).add(assignment);
    }
    List<UUID> occupied = assignment.occupied();
    freed |= !occupied.containsAll(occupiedBy.getOrDefault(assignment.id(), List.of()));
    occupiedBy.put(assignment.id(), occupied);
    if (assignment.over() && assignment.deadline().isEmpty() && assignment.occupied().isEmpty()) {
      unfinished.remove(assignment.id());
    } else {
      unfinished.put(assignment.id(), assignment);
    }
    events.forEach(event -> assignment.nextVersion());
    told.addAll(events);
    if (assignment.state() instanceof AssignmentState.Held held) {
      saidYes.computeIfAbsent(assignment.id(), id -> new HashSet<>()).addAll(held.crew());
      sides(incident);
    }
  }

  @Override
  public void late(Assignment assignment) {
    late.add(assignment.id());
  }

  @Override
  public void sides(IncidentView incident) {
    for (Assignment assignment : assignments(incident.incident())) {
      for (UUID staff : saidYes.getOrDefault(assignment.id(), Set.of())) {
        for (Party party : incident.facts().parties()) {
          everyId(party)
              .forEach(
                  person ->
                      sides
                          .computeIfAbsent(staff, s -> new HashMap<>())
                          .computeIfAbsent(person, p -> new HashSet<>())
                          .add(assignment.audience()));
        }
      }
    }
  }

  private static Stream<UUID> everyId(Party party) {
    return Stream.concat(
        Stream.of(party.person()), Stream.ofNullable(party.linked()).flatMap(List::stream));
  }

  @Override
  public IncidentView asItStands(IncidentView incident) {
    return incident(incident.incident());
  }

  @Override
  public void nobodyComes(IncidentView incident, @Nullable String helpLine) {
    incidents.computeIfPresent(incident.incident(), (id, view) -> view.nobodyTold());
    advise(incident, new CadAdvisory.NobodyAvailable(incident.incident(), now, helpLine));
  }

  @Override
  public void advise(IncidentView incident, CadAdvisory advisory) {
    advised.add(advisory);
  }

  @Override
  public void weighed(Decision decision) {
    decisions.put(decision.incident().incident(), decision);
  }

  @Override
  public void reasoned(Assignment assignment, Decision decision, List<Step> steps) {
    decisions.put(assignment.id(), decision);
  }

  Stream<Assignment> live() {
    return assignments.values().stream().filter(assignment -> !assignment.over());
  }
}
