package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.notification.Decision.Considered;
import org.warmhandoff.notification.Decision.Fitness;

class RoutingTest {

  /** Saturday, 21 November 2026, 15:30 in London. */
  private static final Instant SATURDAY = Instant.parse("2026-11-21T15:30:00Z");

  private static final UUID OFFICER = staff(70);
  private static final UUID HER = staff(500);
  private static final UUID HIM = staff(501);

  private static final Window ALWAYS =
      Window.of(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"), ZoneId.of("America/Toronto"), "");

  private static IncidentView wantedVirtually(IncidentFacts facts) {
    UUID id = staff(1000);
    return IncidentView.of(new IncidentReported(id, facts), "windsor", "CA-ON", Mode.LIVE, SATURDAY)
        .after(
            new WorkerWanted(id, OFFICER, SATURDAY, Help.VIRTUAL, null, null), Mode.LIVE, SATURDAY);
  }

  private static Worker worker(
      int number, @Nullable String unit, boolean active, boolean verified) {
    return new Worker(
        staff(number), "hiatus-house", unit, active, List.of(new Channel.InApp(verified)));
  }

  private static Decision decide(IncidentFacts facts, List<Worker> workers, Load load) {
    Map<UUID, Worker> byId = new HashMap<>();
    workers.forEach(worker -> byId.put(worker.id(), worker));
    List<UUID> ids = workers.stream().map(Worker::id).toList();
    RotaEntry entry = new RotaEntry(staff(2000), "hiatus-virtual", ids, ALWAYS);
    return Routing.decide(
        new Situation(wantedVirtually(facts), List.of(), Duration.ofHours(4)),
        List.of(Program.of(SixPrograms.hiatusVirtual(), 1)),
        new Roster(byId, Map.of("hiatus-virtual", RotaEntry.at(List.of(entry), SATURDAY))),
        load,
        SATURDAY);
  }

  @Test
  void whoeverIsOnLeaveIsNotPagedAndNobodyIsShownThatTheyAreAway() {
    List<UUID> ids = List.of(staff(1), staff(2));
    RotaEntry entry = new RotaEntry(staff(2000), "hiatus-virtual", ids, ALWAYS);
    Decision decision =
        Routing.decide(
            new Situation(
                wantedVirtually(
                    Incidents.facts()
                        .parties(
                            new Party(HER, PartyRole.VICTIM),
                            new Party(HIM, PartyRole.ALLEGED_OFFENDER))
                        .build()),
                List.of(),
                Duration.ofHours(4)),
            List.of(Program.of(SixPrograms.hiatusVirtual(), 1)),
            new Roster(
                Map.of(
                    staff(1), worker(1, null, true, true), staff(2), worker(2, null, true, true)),
                Map.of("hiatus-virtual", RotaEntry.at(List.of(entry), SATURDAY)),
                Set.of(staff(1))),
            new Load(Map.of(), Map.of()),
            SATURDAY);
    assertEquals(Map.of(staff(1), "on-leave", staff(2), "fit"), reasons(decision));
    assertEquals("not-available", Reason.of("on-leave").shown().code());
  }

  private static Map<UUID, String> reasons(Decision decision) {
    Map<UUID, String> reasons = new HashMap<>();
    for (Considered considered : decision.programs().getFirst().crews()) {
      switch (considered.fitness()) {
        case Fitness.Fit fit -> reasons.put(considered.crew().staff().getFirst(), "fit");
        case Fitness.Unfit unfit -> reasons.put(unfit.staff(), unfit.reason().code());
      }
    }
    return reasons;
  }

  @Test
  void saysOfEveryWorkerWhyNot() {
    IncidentFacts facts =
        Incidents.facts()
            .excluded(staff(4))
            .parties(new Party(HER, PartyRole.VICTIM), new Party(HIM, PartyRole.ALLEGED_OFFENDER))
            .build();
    Load load =
        new Load(
            Map.of(
                staff(7), new Load.OfWorker(1, true, false, null),
                staff(8), new Load.OfWorker(1, false, true, null)),
            Map.of(staff(6), Set.of(Audience.ALLEGED_OFFENDER), staff(9), Set.of(Audience.VICTIM)));
    Decision decision =
        decide(
            facts,
            List.of(
                worker(1, null, true, true),
                worker(2, null, false, true),
                worker(3, null, true, false),
                worker(4, "north", true, true),
                worker(5, "north", true, true),
                worker(6, null, true, true),
                worker(7, null, true, true),
                worker(8, null, true, true),
                worker(9, null, true, true)),
            load);
    assertEquals(
        Map.of(
            staff(1), "fit",
            staff(2), "inactive",
            staff(3), "no-verified-channel",
            staff(4), "excluded",
            staff(5), "excluded-unit",
            staff(6), "other-side",
            staff(7), "on-scene",
            staff(8), "page-open",
            staff(9), "fit"),
        reasons(decision));
    assertEquals("not-available", Reason.of("other-side").shown().code());
    assertEquals("not-available", Reason.of("excluded-unit").shown().code());
  }

  @Test
  void whoeverSpeaksHerLanguageIsAskedFirstAndNobodyIsLeftOutForIt() {
    IncidentFacts facts =
        Incidents.facts()
            .circumstances(new Circumstances(null, null, "fr-CA", List.of(), null))
            .build();
    Load busy = new Load(Map.of(staff(2), new Load.OfWorker(2, false, false, null)), Map.of());
    Decision decision =
        decide(facts, List.of(speaking(1, "en"), speaking(2, "en", "fr"), speaking(3, "de")), busy);
    assertEquals(
        List.of(staff(2), staff(1), staff(3)),
        decision.programs().getFirst().crews().stream()
            .map(considered -> considered.crew().staff().getFirst())
            .toList());
    assertEquals(
        List.of("fit", "fit-stranger", "fit-stranger"),
        Reasons.of(decision, null, List.of()).programs().getFirst().workers().stream()
            .map(one -> one.reason().code())
            .toList());
  }

  private static Worker speaking(int number, String... languages) {
    return new Worker(
        staff(number),
        "hiatus-house",
        null,
        true,
        List.of(new Channel.InApp(true)),
        Set.of(languages),
        Set.of());
  }

  @Test
  void leastLoadedThenLongestIdleThenId() {
    Load load =
        new Load(
            Map.of(
                staff(1), new Load.OfWorker(1, false, false, null),
                staff(2), new Load.OfWorker(0, false, false, SATURDAY.minusSeconds(60)),
                staff(3), new Load.OfWorker(0, false, false, SATURDAY.minusSeconds(600)),
                staff(4), new Load.OfWorker(0, false, false, SATURDAY.minusSeconds(600))),
            Map.of());
    List<Worker> workers =
        new ArrayList<>(
            List.of(
                worker(1, null, true, true),
                worker(2, null, true, true),
                worker(3, null, true, true),
                worker(4, null, true, true),
                worker(5, null, true, true)));
    List<UUID> expected = List.of(staff(5), staff(3), staff(4), staff(2), staff(1));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(workers, new Random(i));
      Decision decision = decide(Incidents.facts().build(), workers, load);
      assertEquals(
          expected,
          decision.programs().getFirst().crews().stream()
              .map(considered -> considered.crew().staff().getFirst())
              .toList());
    }
  }

  @Test
  void theVerdictTellsWhetherItWasReceivedInTheWindow() {
    Instant friday1430 = Instant.parse("2026-11-20T19:30:00Z");
    IncidentView incident =
        IncidentView.of(
            new IncidentReported(staff(1000), Incidents.facts().receivedAt(friday1430).build()),
            "windsor",
            "CA-ON",
            Mode.LIVE,
            friday1430);
    Decision decision =
        Routing.decide(
            new Situation(incident, List.of(), Duration.ofHours(4)),
            SixPrograms.all().stream()
                .filter(program -> program.policeServices().contains("windsor"))
                .toList(),
            new Roster(Map.of(), Map.of()),
            new Load(Map.of(), Map.of()),
            friday1430.plus(Duration.ofDays(3)));
    Verdict onSite = decision.of("windsor-onscene").orElseThrow().verdict();
    assertEquals(Eligibility.ELIGIBLE, onSite.eligibility());
    assertEquals(false, onSite.inWindow());
    assertEquals(Instant.parse("2026-11-21T04:00:00Z"), onSite.windowClosesAt());
    Verdict followUp = decision.of("fswe-early").orElseThrow().verdict();
    assertEquals(Eligibility.OPEN, followUp.eligibility());
    assertEquals(true, followUp.inWindow());
    assertEquals("charge-undecided", followUp.reason());
  }
}
