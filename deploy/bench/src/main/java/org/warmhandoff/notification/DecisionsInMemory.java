package org.warmhandoff.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/**
 * Routing's own decision and its reasons over a made-up roster and made-up incidents, as one
 * transaction would ask for them. Every incident is weighed against all programs and the whole
 * roster, as the largest police service would.
 */
public final class DecisionsInMemory {

  /** One in so many is not domestic: most calls of a city are not. */
  private static final int OTHER_CALLS = 4;

  private static final int INCIDENTS = 512;
  private static final int UNIT = 25;
  private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T22:00:00Z");

  private final List<Program> programs;
  private final Roster roster;
  private final List<Asked> asked = new ArrayList<>();
  private final Map<String, Integer> mixture = new LinkedHashMap<>();

  private record Asked(Situation situation, Load load, Instant at) {}

  /**
   * Makes everything up.
   *
   * @param specs the programs as they are written
   * @param workers of all programs together
   */
  public DecisionsInMemory(List<ProgramSpec> specs, int workers, long seed) {
    Random random = new Random(seed);
    this.programs = specs.stream().map(spec -> Program.of(spec, 1)).toList();
    List<UUID> staff = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      staff.add(new UUID(random.nextLong(), random.nextLong()));
    }
    this.roster = roster(staff, random);
    for (int i = 0; i < INCIDENTS; i++) {
      asked.add(asked(staff, random));
    }
  }

  /** How many incidents there are to decide. */
  public int size() {
    return asked.size();
  }

  /**
   * Decides one, with its reasons.
   *
   * @return what depends on all of it, so that nothing of it can be left out
   */
  public int decide(int index) {
    Asked one = asked.get(index);
    Decision decision = Routing.decide(one.situation(), programs, roster, one.load(), one.at());
    Reasons reasons = Reasons.of(decision, null, List.of());
    int sum = decision.opening().size();
    for (Reasons.OfProgram program : reasons.programs()) {
      sum += program.start().code().length() + program.workers().size();
    }
    return sum;
  }

  /** What the incidents are like, in words. */
  public String mixture() {
    int reasons = 0;
    int opening = 0;
    int eligible = 0;
    for (Asked one : asked) {
      Decision decision = Routing.decide(one.situation(), programs, roster, one.load(), one.at());
      opening += decision.opening().isEmpty() ? 0 : 1;
      int workers = decision.programs().stream().mapToInt(program -> program.crews().size()).sum();
      eligible += workers > 0 ? 1 : 0;
      reasons += workers + decision.programs().size();
    }
    return String.format(
        Locale.ROOT,
        "%d incidents: %d%% some program is for, %d%% start one now, %.0f reasons a decision; %s",
        asked.size(),
        100 * eligible / asked.size(),
        100 * opening / asked.size(),
        (double) reasons / asked.size(),
        mixture);
  }

  private Roster roster(List<UUID> staff, Random random) {
    Map<UUID, Worker> workers = new HashMap<>();
    for (int i = 0; i < staff.size(); i++) {
      boolean reachable = random.nextInt(20) > 0;
      workers.put(
          staff.get(i),
          new Worker(
              staff.get(i),
              "agency-" + i % programs.size(),
              "unit-" + i / UNIT,
              random.nextInt(20) > 0,
              List.of(new Channel.InApp(reachable))));
    }
    List<ShiftRow> shifts = new ArrayList<>();
    // as it is read from the database: what is written alike is one window
    Map<String, Window> windows = new HashMap<>();
    List<String> turns = List.of("MO,TU,WE,TH,FR", "SA,SU", "MO,WE,FR,SU", "TU,TH,SA");
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      for (int at = i; at + programs.size() < staff.size(); at += 2 * programs.size()) {
        int turn = random.nextInt(turns.size());
        boolean early = random.nextBoolean();
        Window window =
            windows.computeIfAbsent(
                turns.get(turn) + early + program.zone(),
                key ->
                    Window.of(
                        WindowSpec.of(
                            "FREQ=WEEKLY;BYDAY=" + turns.get(turn),
                            early ? "06:00" : "15:00",
                            early ? "15:00" : "23:30"),
                        program.zone(),
                        "/window"));
        List<UUID> both = List.of(staff.get(at), staff.get(at + programs.size()));
        // as much of it as the service reads at a time
        for (Laid laid :
            Laid.out(
                new UUID(i, at),
                Turns.always(both),
                window,
                FRIDAY_EVENING.minus(Duration.ofDays(1)),
                FRIDAY_EVENING.plus(Duration.ofDays(8)))) {
          shifts.add(
              new ShiftRow(
                  laid.crew(),
                  laid.place(),
                  List.of(program.code()),
                  laid.staff(),
                  new Duty(laid.span())));
        }
      }
    }
    return new Roster(workers, RotaReading.of(shifts));
  }

  private Asked asked(List<UUID> staff, Random random) {
    Instant at = FRIDAY_EVENING.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
    UUID incident = new UUID(random.nextLong(), random.nextLong());
    UUID victim = new UUID(random.nextLong(), random.nextLong());
    UUID offender = new UUID(random.nextLong(), random.nextLong());
    boolean other = random.nextInt(OTHER_CALLS) == 0;
    boolean arrested = random.nextInt(3) == 0;
    boolean party = random.nextInt(20) == 0;
    boolean wanted = !other && random.nextInt(3) > 0;
    boolean safe = wanted && random.nextBoolean();
    count(other ? "not domestic" : "domestic");
    count(safe ? "scene safe and worker wanted" : wanted ? "worker wanted" : "nobody asked");
    if (party) {
      count("a worker is a party");
    }
    IncidentFacts facts =
        new IncidentFacts(
            "DVA",
            Status.ACTIVE,
            other ? Known.NO : Known.YES,
            Known.UNKNOWN,
            arrested ? Charge.LAID : Charge.NONE,
            arrested ? Known.YES : Known.NO,
            arrested ? Known.YES : Known.UNKNOWN,
            null,
            null,
            null,
            2,
            at,
            at,
            "America/Toronto",
            List.of(
                new Party(victim, PartyRole.VICTIM),
                new Party(offender, PartyRole.ALLEGED_OFFENDER)),
            party ? List.of(staff.get(random.nextInt(staff.size()))) : List.of(),
            null);
    UUID officer = new UUID(1, 1);
    IncidentView view =
        new IncidentView(
            incident,
            "windsor",
            "CA-ON",
            Mode.LIVE,
            facts,
            safe
                ? new IncidentView.Scene.Safe(officer, at, Suspect.LEFT, 3)
                : new IncidentView.Scene.Undeclared(),
            wanted
                ? new IncidentView.Wanted(
                    officer, at, safe ? Help.ON_SITE : Help.VIRTUAL, victim, null, 2)
                : null,
            3,
            1,
            arrested ? 1 : 0,
            List.of(),
            null,
            List.of(at, at, at),
            0,
            null);
    return new Asked(
        new Situation(view, List.of(), Duration.ofHours(4)), load(staff, at, random), at);
  }

  /** A third of everybody has something in hand, and some have helped one of the two before. */
  private static Load load(List<UUID> staff, Instant at, Random random) {
    Map<UUID, Load.OfWorker> workers = new HashMap<>();
    Map<UUID, Set<Audience>> sides = new HashMap<>();
    for (UUID one : staff) {
      int active = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
      workers.put(
          one,
          new Load.OfWorker(
              active,
              active > 0 && random.nextInt(4) == 0,
              active > 0 && random.nextInt(4) == 0,
              at.minusSeconds(random.nextInt(100_000))));
      if (random.nextInt(100) == 0) {
        sides.put(one, Set.of(Audience.values()[random.nextInt(Audience.values().length)]));
      }
    }
    return new Load(workers, new HashMap<>(sides));
  }

  private void count(String what) {
    mixture.merge(what, 1, Integer::sum);
  }
}
