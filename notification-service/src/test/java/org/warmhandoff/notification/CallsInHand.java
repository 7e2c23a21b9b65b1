package org.warmhandoff.notification;

import static org.warmhandoff.notification.Raising.accepted;
import static org.warmhandoff.notification.Raising.incident;

import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;

/** Calls that workers have in hand, from which they raise alerts, in a town of their own. */
final class CallsInHand {

  final Town town = new Town();
  final UUID victim = UUID.randomUUID();

  UUID control(String worker, String... supervisors) {
    town.put("c", town.program("c", "control-room", "incident-open", supervisors)).statusCode(200);
    List.of(supervisors).forEach(town::register);
    town.register("hiatus-supervisor");
    town.onDuty("c", worker);
    return accepted(worker, town.reportLive(), town.code("c"));
  }

  UUID virtual(String worker) {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", worker);
    UUID incident =
        town.report(
            Incidents.facts()
                .receivedAt(TestClock.now())
                .parties(new Party(victim, PartyRole.VICTIM))
                .build(),
            Mode.LIVE);
    town.wanted(incident, Help.VIRTUAL);
    return accepted(worker, incident, town.code("v"));
  }

  UUID alsoHers(UUID incident) {
    town.put("w", town.program("w", "control-room", "incident-open", "outreach-supervisor"))
        .statusCode(200);
    town.onDuty("w", "control-worker-2");
    town.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .receivedAt(TestClock.now())
                .parties(new Party(victim, PartyRole.VICTIM))
                .build()),
        Mode.LIVE);
    return accepted("control-worker-2", incident, town.code("w"));
  }

  /** Someone of the on-scene agency is on no rota: the rung below takes it. */
  UUID onLowerRung() {
    ladder();
    town.onDuty("low", "hiatus-worker-1");
    return wanted("hiatus-worker-1", "low");
  }

  UUID onUpperRung(String worker) {
    ladder();
    town.onDuty("up", worker);
    return wanted(worker, "up");
  }

  void ladder() {
    town.put("low", town.program("low", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.put(
            "up",
            town.program("up", "virtual", "worker-wanted", "onscene-supervisor-1")
                .put("nextRung", town.code("low")))
        .statusCode(200);
    town.register("hiatus-supervisor");
    town.register("onscene-supervisor-1");
  }

  UUID wanted(String worker, String program) {
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    return accepted(worker, incident, town.code(program));
  }

  /** The CAD names somebody as a party. */
  void name(UUID incident, String person) {
    town.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .receivedAt(TestClock.now())
                .parties(new Party(victim, PartyRole.VICTIM))
                .excluded(Tokens.staffIdOf(person))
                .build()),
        Mode.LIVE);
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from routing where incident = ?"
                        + " and jsonb_array_length(view -> 'facts' -> 'excludedStaff') = 1",
                    incident)
                == 1);
  }
}
