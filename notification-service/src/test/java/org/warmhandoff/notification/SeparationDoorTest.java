package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** Help that was opened while two were one, told of as the sources tell it. */
@QuarkusTest
@WithStack("notification-service")
class SeparationDoorTest {

  private final Town town = new Town();
  private final UUID her = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @Test
  void whatWasOpenedForHerWhileTheyWereOneGoesWithHerOnceTheWholeNamesHerNoMore() {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.register("hiatus-supervisor");
    town.onDuty("v", "fswe-worker-2", "car-worker-1");
    UUID first = town.report(facts(her), Mode.LIVE);
    UUID second = town.report(facts(other), Mode.LIVE);
    town.tell(new IncidentMerged(first, second, TestClock.now()), Mode.LIVE);
    town.tell(new IncidentUpdated(second, facts(other, her)), Mode.LIVE);
    UUID officer = UUID.randomUUID();
    town.tell(
        new WorkerWanted(second, officer, TestClock.now(), Help.VIRTUAL, her, null), Mode.LIVE);
    UUID assignment = Town.assignment(Town.told(second, "worker-paged"));
    town.tell(new IncidentSeparated(first, second, TestClock.now()), Mode.LIVE);
    Town.eventually(
        () -> count("select count(*) from assignment where counts_for = ?", first) == 1);
    town.tell(new IncidentUpdated(second, facts(other)), Mode.LIVE);
    Town.eventually(
        () ->
            count(
                    "select count(*) from assignment where id = ? and incident = ?",
                    assignment,
                    first)
                == 1);
    assertEquals(1, count("select count(*) from page where incident in (?, ?)", first, second));
  }

  private static IncidentFacts facts(UUID... victims) {
    return Incidents.facts()
        .receivedAt(TestClock.now())
        .parties(
            List.of(victims).stream()
                .map(victim -> new Party(victim, PartyRole.VICTIM))
                .toArray(Party[]::new))
        .build();
  }

  private static long count(String sql, Object... values) {
    return Town.SQL.count(sql, values);
  }
}
