package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** One seeded week of made-up incidents. {@link WeekChecks} says what must never be found in it. */
final class Week {

  private static final Instant START = Instant.parse("2026-10-30T12:00:00Z");
  private static final List<String> SERVICES = List.of("windsor", "cleveland", "richelieu");
  private static final int STEPS = 300;

  private final Random random;
  private final MemoryDesk desk = new MemoryDesk(START);
  private final WeekChecks checks = new WeekChecks(desk);
  private final List<UUID> incidents = new ArrayList<>();
  private final List<UUID> people = new ArrayList<>();

  Week(long seed) {
    random = new Random(seed);
    desk.program(SixPrograms.windsorOnScene());
    desk.program(SixPrograms.hiatusVirtual());
    desk.program(SixPrograms.clevelandCar());
    desk.program(SixPrograms.clevelandControl());
    desk.program(SixPrograms.richelieuOutreach());
    desk.program(
        SixPrograms.spec(
                "richelieu-live",
                "richelieu",
                "CA-QC",
                "victim",
                "virtual",
                "live-help",
                "America/Toronto")
            .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
            .trigger("worker-wanted")
            .build());
    for (int i = 1; i <= 14; i++) {
      desk.worker(
          new Worker(
              staff(i),
              "agency-" + i % 3,
              i % 4 == 0 ? "unit" : null,
              random.nextInt(12) > 0,
              random.nextInt(12) > 0 ? List.of(new Channel.InApp(true)) : List.of()));
    }
    desk.worker(SixPrograms.FIRST_SUPERVISOR);
    if (random.nextBoolean()) {
      desk.worker(SixPrograms.SECOND_SUPERVISOR);
    }
    for (String program : desk.programs.keySet()) {
      for (int i = 0; i < 4; i++) {
        int hour = random.nextInt(24);
        WindowSpec shift =
            WindowSpec.of(
                "FREQ=DAILY", "%02d:30".formatted(hour), "%02d:00".formatted((hour + 10) % 24));
        int one = 1 + random.nextInt(14);
        int two = 1 + random.nextInt(14);
        desk.onDuty(program, shift, staff(one), staff(two == one ? 1 + one % 14 : two));
      }
    }
    for (int i = 0; i < 20; i++) {
      people.add(desk.newId());
    }
  }

  void run() {
    for (int step = 0; step < STEPS; step++) {
      act();
      checks.check();
    }
    desk.moveTo(desk.now().plus(Duration.ofHours(1)));
    checks.check();
  }

  private void act() {
    switch (random.nextInt(12)) {
      case 0 -> incidents.add(desk.report(one(SERVICES), facts(), mode()));
      case 1, 2, 3, 4 -> officer();
      case 5 -> update();
      case 6 -> staffChange();
      case 7, 8 -> desk.moveTo(desk.now().plusSeconds(random.nextInt(900)));
      case 9 -> desk.jumpTo(desk.now().plusSeconds(random.nextInt(20_000)));
      default -> answer();
    }
  }

  private Mode mode() {
    return random.nextInt(8) == 0 ? Mode.HISTORY : Mode.LIVE;
  }

  private IncidentFacts facts() {
    Incidents.Facts facts =
        Incidents.facts()
            .domestic(random.nextInt(6) == 0 ? one(List.of(Known.values())) : Known.YES)
            .arrest(one(List.of(Known.values())))
            .released(one(List.of(Known.values())))
            .charge(one(List.of(Charge.values())))
            .status(random.nextInt(4) == 0 ? one(List.of(Status.values())) : Status.ACTIVE)
            .receivedAt(desk.now())
            .parties(
                new Party(one(people), PartyRole.VICTIM),
                new Party(one(people), PartyRole.ALLEGED_OFFENDER));
    if (random.nextInt(5) == 0) {
      facts.excluded(staff(1 + random.nextInt(14)));
    }
    return facts.build();
  }

  private void officer() {
    if (incidents.isEmpty()) {
      return;
    }
    UUID incident = recent();
    UUID by = staff(70);
    desk.tell(
        switch (random.nextInt(6)) {
          case 0, 1 -> new SceneDeclaredSafe(incident, by, desk.now(), Suspect.LEFT);
          case 2, 3 ->
              new WorkerWanted(incident, by, desk.now(), one(List.of(Help.values())), null, null);
          case 4 -> new SceneSafetyRevoked(incident, by, desk.now());
          default -> new OfficersCleared(incident, by, desk.now());
        });
  }

  /** Mostly one of the last few, so that facts of one incident meet. */
  private UUID recent() {
    int few = Math.min(3, incidents.size());
    return random.nextInt(5) == 0
        ? one(incidents)
        : one(incidents.subList(incidents.size() - few, incidents.size()));
  }

  private void update() {
    if (!incidents.isEmpty()) {
      desk.tell(new IncidentUpdated(recent(), facts()));
    }
  }

  private void staffChange() {
    UUID id = staff(1 + random.nextInt(14));
    Worker worker = desk.workers.get(id);
    if (worker != null) {
      desk.worker(
          new Worker(
              id, worker.organisation(), worker.unit(), random.nextInt(6) > 0, worker.channels()));
    }
  }

  private void answer() {
    List<Assignment> all = List.copyOf(desk.assignments.values());
    if (all.isEmpty()) {
      return;
    }
    Assignment assignment = random.nextBoolean() ? all.getLast() : one(all);
    UUID supervisor = assignment.supervisor();
    UUID who =
        supervisor != null
            ? supervisor
            : assignment.occupied().isEmpty() || random.nextInt(6) == 0
                ? staff(1 + random.nextInt(14))
                : one(assignment.occupied());
    Answer answer =
        one(
            List.of(
                new Answer.Accept(),
                new Answer.Accept(),
                new Answer.Accept(),
                new Answer.Accept(),
                new Answer.Decline("unwell", null),
                new Answer.Arrive(),
                new Answer.MakeContact(),
                new Answer.Conclude(one(List.of(Outcome.values()))),
                new Answer.AcknowledgeStandDown(),
                new Answer.Acknowledge()));
    long before = assignment.version();
    try {
      desk.answer(assignment, answer, who);
    } catch (Problem refused) {
      assertEquals("page-over", refused.code());
      assertEquals(before, assignment.version(), "a refused answer changes nothing");
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
