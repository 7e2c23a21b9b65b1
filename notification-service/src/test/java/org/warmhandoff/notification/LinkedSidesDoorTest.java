package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Who helps somebody is on the side of every id they are known by, on the real stack. */
@QuarkusTest
@WithStack("notification-service")
class LinkedSidesDoorTest {

  @Test
  void aSideIsTakenWithEveryIdThereIsAndWithThoseLearnedLater() {
    Town town = new Town();
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", "hiatus-worker-2");
    UUID incident = town.reportLive();
    UUID her = UUID.randomUUID();
    UUID him = UUID.randomUUID();
    UUID himBefore = UUID.randomUUID();
    UUID himLater = UUID.randomUUID();
    town.tell(naming(incident, her, him, List.of(himBefore)), Mode.LIVE);
    town.wanted(incident, Help.VIRTUAL);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));
    Town.as(Tokens.of("hiatus-worker-2"))
        .post("/api/v1/assignments/" + assignment + "/acceptance")
        .then()
        .statusCode(204);
    UUID staff = Tokens.staffIdOf("hiatus-worker-2");
    assertEquals(3, sides(staff, her, him, himBefore));
    town.tell(naming(incident, her, him, List.of(himBefore, himLater)), Mode.LIVE);
    Town.eventually(() -> sides(staff, himLater) == 1);
  }

  private static IncidentUpdated naming(UUID incident, UUID her, UUID him, List<UUID> linked) {
    return new IncidentUpdated(
        incident,
        Incidents.facts()
            .receivedAt(TestClock.now())
            .parties(
                new Party(her, PartyRole.VICTIM),
                new Party(him, PartyRole.ALLEGED_OFFENDER, linked))
            .build());
  }

  private static long sides(UUID staff, UUID... persons) {
    long sides = 0;
    for (UUID person : persons) {
      sides +=
          Town.SQL.count(
              "select count(*) from side where staff = ? and person = ? and audience = 'VICTIM'",
              staff,
              person);
    }
    return sides;
  }
}
