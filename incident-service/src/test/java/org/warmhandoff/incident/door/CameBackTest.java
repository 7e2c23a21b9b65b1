package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentConcluded;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Handover;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.AssignmentEvent.SelfInitiatedContact;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** That she came back by herself is hers to tell: police see it where she agreed, and no more. */
@QuarkusTest
@WithStack("incident-service")
class CameBackTest {

  private static final UUID WORKER = Tokens.staffIdOf("hiatus-worker-1");

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void policeSeeALaterReturnOnlyWhereSheAgreed() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Instant now = TestClock.now().truncatedTo(ChronoUnit.SECONDS);
    UUID quiet = ended(incident, now);
    UUID told = ended(incident, now);
    Doors.tell(incident, quiet, 3, new SelfInitiatedContact(incident, quiet, WORKER, false, now));
    // of one incident, in its order: when the second is here the first was heard
    Doors.tell(incident, told, 3, new SelfInitiatedContact(incident, told, WORKER, true, now));
    Doors.awaitCameBack(told, now);
    String page = Doors.browser("windsor-officer-1").get("/scene/" + incident).body();
    assertThat(page).containsOnlyOnce("got in touch again").doesNotContainIgnoringCase("refuge");
    assertThat(
            Doors.SQL.count(
                "select count(*) from help where assignment = ? and came_back_at is not null",
                quiet))
        .isZero();
  }

  private static UUID ended(UUID incident, Instant now) {
    UUID assignment = UUID.randomUUID();
    Doors.tell(
        incident,
        assignment,
        1,
        new AssignmentOpened(
            incident, assignment, "hiatus-virtual", Audience.VICTIM, HelpMode.VIRTUAL, now));
    Doors.tell(
        incident,
        assignment,
        2,
        new AssignmentConcluded(
            incident,
            assignment,
            "hiatus-virtual",
            WORKER,
            Outcome.REFERRED,
            now,
            Handover.REFUGE));
    return assignment;
  }
}
