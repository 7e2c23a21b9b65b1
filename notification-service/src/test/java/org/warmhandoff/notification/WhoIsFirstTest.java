package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.warmhandoff.notification.SixPrograms.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.Mode;

/** Of those who could go: her language, what they are able to do, the way, and only then load. */
class WhoIsFirstTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
  private static final Window.Span SHIFT =
      new Window.Span(NOW.minusSeconds(3600), NOW.plusSeconds(3600));

  private final Map<UUID, Worker> workers = new HashMap<>();
  private final List<Rostered> rota = new ArrayList<>();
  private final Map<UUID, Load.OfWorker> load = new HashMap<>();

  private void worker(int number, int inHand, Set<String> skills, String... zones) {
    UUID id = staff(number);
    List<Channel> channels = List.of(new Channel.InApp(true));
    workers.put(id, new Worker(id, "demo", null, true, channels, Set.of("en"), skills));
    rota.add(
        new Rostered(new Decision.Crew(List.of(id)), List.of(new Duty(SHIFT, List.of(zones)))));
    load.put(id, new Load.OfWorker(inHand, false, false, null));
  }

  private static IncidentView incident(String policeService) {
    return IncidentView.of(
        new IncidentReported(staff(1000), Incidents.facts().municipality("tecumseh").build()),
        policeService,
        "CA-ON",
        Mode.LIVE,
        NOW);
  }

  private List<UUID> order(ProgramSpec spec) {
    Program program = Program.of(spec, 1);
    IncidentView incident = incident("windsor");
    List<UUID> first = null;
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rota, new Random(seed));
      Roster roster = new Roster(workers, Map.of(program.code(), new ProgramRota(rota, List.of())));
      List<UUID> found =
          new Candidates(incident, roster, new Load(load, Map.of()), NOW)
              .crews(program).stream().map(one -> one.crew().staff().getFirst()).toList();
      assertEquals(first == null ? found : first, found, "whatever order the rota is in");
      first = found;
    }
    return first == null ? List.of() : first;
  }

  private static ProgramSpec wanting(ProgramSpec spec, String skill) {
    try {
      ObjectNode fields = Json.MAPPER.valueToTree(spec);
      fields.putArray("skills").add(skill);
      return Json.MAPPER.treeToValue(fields, ProgramSpec.class);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void theNearestGoesAlthoughTheyHaveMoreInHand() {
    worker(1, 0, Set.of(), "windsor", "lasalle");
    worker(2, 1, Set.of(), "windsor", "tecumseh");
    worker(3, 2, Set.of(), "tecumseh", "windsor");
    assertEquals(List.of(staff(3), staff(2), staff(1)), order(SixPrograms.windsorOnScene()));
  }

  @Test
  void onTheTelephoneTheWayIsNothing() {
    worker(1, 0, Set.of(), "windsor");
    worker(2, 1, Set.of(), "tecumseh");
    assertEquals(List.of(staff(1), staff(2)), order(SixPrograms.hiatusVirtual()));
  }

  @Test
  void whatTheProgramWantsComesBeforeTheWay() {
    worker(1, 0, Set.of(), "tecumseh");
    worker(2, 1, Set.of("strangulation"), "windsor");
    worker(3, 0, Set.of("children"), "tecumseh");
    ProgramSpec wanting = wanting(SixPrograms.windsorOnScene(), "strangulation");
    assertEquals(List.of(staff(2), staff(1), staff(3)), order(wanting));
  }

  @Test
  void aCrewWithoutOneOfItsRolesGoesNowhere() throws JsonProcessingException {
    ObjectNode fields = Json.MAPPER.valueToTree(SixPrograms.clevelandCar());
    fields.putArray("crewRoles").add("nurse").add("officer");
    Program program = Program.of(Json.MAPPER.treeToValue(fields, ProgramSpec.class), 1);
    worker(1, 0, Set.of("nurse"));
    worker(2, 0, Set.of("officer"));
    worker(3, 0, Set.of());
    assertEquals("fit", fitness(program, 1, 2));
    assertEquals("not-of-role officer", fitness(program, 1, 3));
    assertEquals("not-of-role nurse", fitness(program, 2, 1), "each in their own place");
    assertEquals("fit", fitness(Program.of(SixPrograms.clevelandCar(), 1), 1, 3));
    ProgramRota rota = new ProgramRota(List.of(), List.of(crew(1, 2), crew(1, 3)));
    assertEquals(List.of(crew(1, 2)), rota.withItsRoles(program, workers).together());
  }

  private static Rostered crew(int one, int other) {
    return new Rostered(
        new Decision.Crew(List.of(staff(one), staff(other))), List.of(new Duty(SHIFT)));
  }

  private String fitness(Program program, int one, int other) {
    Roster roster =
        new Roster(
            workers, Map.of(program.code(), new ProgramRota(List.of(), List.of(crew(one, other)))));
    Decision.Fitness found =
        new Candidates(incident("cleveland"), roster, new Load(load, Map.of()), NOW)
            .crews(program)
            .getFirst()
            .fitness();
    return found instanceof Decision.Fitness.Unfit unfit
        ? unfit.reason().code() + " " + String.join(" ", unfit.reason().args())
        : "fit";
  }

  @Test
  void whereNobodyKnowsThePlaceAllAreAlike() {
    Duty duty = new Duty(SHIFT, List.of("windsor", "tecumseh"));
    assertEquals(0, duty.distance(null));
    assertEquals(0, duty.distance("windsor"));
    assertEquals(1, duty.distance("tecumseh"));
    assertEquals(2, duty.distance("cleveland"));
    assertEquals(0, new Duty(SHIFT, List.of()).distance("cleveland"));
  }
}
