package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/**
 * A risk screen takes nothing from anyone: whatever it says, every program and worker is weighed as
 * if it had not been filled in.
 */
class UrgencyTest {

  private static final UUID OFFICER = staff(70);
  private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

  @Test
  void aScreenRemovesNoProgramAndNoWorkerAndMovesNobodyBack() {
    List<Program> programs =
        Stream.concat(
                SixPrograms.all().stream(), Stream.of(Program.of(SixPrograms.nursePoliceTeam(), 1)))
            .toList();
    int eligible = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Random chance = new Random(seed);
      Instant now = MONDAY.plus(Duration.ofMinutes(chance.nextInt(MINUTES_OF_A_WEEK)));
      Incidents.Facts facts = facts(chance, now.minusSeconds(chance.nextInt(7200)));
      List<IncidentEvent> events = events(chance, now);
      Roster roster = roster(programs, chance, now);
      Decision without = decide(facts.circumstances(null).build(), events, programs, roster, now);
      for (Urgency urgency : Urgency.values()) {
        Circumstances screened = new Circumstances(null, null, null, List.of(), urgency);
        Decision with =
            decide(facts.circumstances(screened).build(), events, programs, roster, now);
        assertEquals(without.programs(), with.programs(), "seed " + seed);
        assertEquals(without.conflicts(), with.conflicts(), "seed " + seed);
      }
      eligible +=
          (int)
              without.programs().stream()
                  .filter(weighed -> weighed.start() instanceof Decision.Start.Opens)
                  .count();
    }
    assertEquals(true, eligible > 100, "programs did start in these weeks: " + eligible);
  }

  private static Decision decide(
      IncidentFacts facts,
      List<IncidentEvent> events,
      List<Program> programs,
      Roster roster,
      Instant now) {
    UUID id = staff(1000);
    Instant at = facts.receivedAt();
    IncidentView view =
        IncidentView.of(new IncidentReported(id, facts), "windsor", "CA-ON", Mode.LIVE, at);
    for (IncidentEvent event : events) {
      view = view.after(event, Mode.LIVE, at);
    }
    view = view.after(new IncidentUpdated(id, facts), Mode.LIVE, at);
    return Routing.decide(
        new Situation(view, List.of(), Duration.ofHours(4)),
        programs,
        roster,
        new Load(Map.of(), Map.of()),
        now);
  }

  private static List<IncidentEvent> events(Random chance, Instant now) {
    UUID id = staff(1000);
    List<IncidentEvent> events = new ArrayList<>();
    if (chance.nextBoolean()) {
      events.add(new SceneDeclaredSafe(id, OFFICER, now, Suspect.LEFT));
    }
    if (chance.nextBoolean()) {
      Help help = chance.nextBoolean() ? Help.ON_SITE : Help.VIRTUAL;
      events.add(new WorkerWanted(id, OFFICER, now, help, null, null));
    }
    if (chance.nextInt(4) == 0) {
      events.add(new OfficersCleared(id, OFFICER, now));
    }
    return events;
  }

  private static Roster roster(List<Program> programs, Random chance, Instant now) {
    Map<UUID, Worker> workers = new HashMap<>();
    Map<String, ProgramRota> rota = new HashMap<>();
    int number = 1;
    for (Program program : programs) {
      List<UUID> crew = List.of(staff(number++), staff(number++));
      for (UUID id : crew) {
        workers.put(
            id,
            new Worker(
                id,
                "an-agency",
                null,
                chance.nextInt(5) > 0,
                List.of(new Channel.InApp(chance.nextInt(5) > 0))));
      }
      Window always = Window.of(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"), program.zone(), "");
      rota.put(
          program.code(),
          RotaEntry.at(
              List.of(new RotaEntry(staff(2000 + number), program.code(), crew, always)), now));
    }
    return new Roster(workers, rota);
  }

  private static Incidents.Facts facts(Random chance, Instant received) {
    return Incidents.facts()
        .domestic(one(chance, Known.values()))
        .physical(one(chance, Known.values()))
        .arrest(one(chance, Known.values()))
        .released(one(chance, Known.values()))
        .charge(one(chance, Charge.values()))
        .status(one(chance, Status.values()))
        .receivedAt(received)
        .parties(
            new Party(staff(500), PartyRole.VICTIM),
            new Party(staff(501), PartyRole.ALLEGED_OFFENDER));
  }

  private static <T> T one(Random chance, T[] values) {
    return values[chance.nextInt(values.length)];
  }
}
