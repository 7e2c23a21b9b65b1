package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentMoved;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Whose contact data a worker reads while incidents become one, and two again. */
@QuarkusTest
@WithStack("incident-service")
class MergedContactTest {

  private static final String CAD = "cad-windsor";
  private static final String WORKER = "onscene-worker-1";
  private static final String HER_PHONE = "555-0101";

  private final String numberA = newNumber();
  private final String numberB = newNumber();

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void aWorkerAssignedBeforeTheMergeReadsTheSamePersonsAtTheOneThatGoesOn() {
    UUID a = reported(CAD, report(numberA));
    ObjectNode nobody = report(numberB);
    nobody.putArray("persons");
    UUID b = reported(CAD, nobody);
    accepted(opened(a), a, 2);
    merge(a);
    Browser browser = Doors.browser(WORKER);
    assertThat(browser.get("/contact/" + a).body()).contains(HER_PHONE);
    assertThat(browser.get("/contact/" + b).body()).contains(HER_PHONE);
  }

  @Test
  void aWorkerReadsNothingMoreOfTheOtherOnceHerAssignmentWentBack() {
    UUID a = reported(CAD, report(numberA));
    UUID b = reported(CAD, report(numberB));
    UUID assignment = opened(a);
    merge(a);
    Doors.tell(b, assignment, 2, new AssignmentMoved(b, assignment, a, TestClock.now()));
    accepted(assignment, b, 3);
    again(report(numberA));
    Doors.told("incident.events.v1", "incident-separated", a);
    Browser browser = Doors.browser(WORKER);
    assertThat(browser.get("/contact/" + a).body()).contains(HER_PHONE);
    assertThat(browser.get("/contact/" + b).body()).doesNotContain(HER_PHONE);
  }

  @Test
  void aWorkerReadsWhereTheAssignmentMoved() {
    UUID a = reported(CAD, report(numberA));
    UUID b = reported(CAD, report(numberB));
    UUID assignment = opened(b);
    accepted(assignment, b, 2);
    Browser browser = Doors.browser(WORKER);
    assertThat(browser.get("/contact/" + b).body()).contains(HER_PHONE);
    Doors.tell(a, assignment, 3, new AssignmentMoved(a, assignment, b, TestClock.now()));
    Doors.awaitHelpAt(assignment, a);
    assertThat(browser.get("/contact/" + a).body()).contains(HER_PHONE);
    assertThat(browser.get("/contact/" + b).body()).doesNotContain(HER_PHONE);
  }

  private static UUID opened(UUID incident) {
    UUID assignment = UUID.randomUUID();
    Doors.tell(
        incident,
        assignment,
        1,
        new AssignmentOpened(
            incident, assignment, "a-program", Audience.VICTIM, HelpMode.ON_SITE, TestClock.now()));
    return assignment;
  }

  private static void accepted(UUID assignment, UUID incident, long version) {
    UUID worker = Tokens.staffIdOf(WORKER);
    Doors.tell(
        incident,
        assignment,
        version,
        new PageAccepted(incident, assignment, "a-program", worker, TestClock.now()));
    Doors.awaitHelp(assignment, "ASSIGNED");
  }

  private void merge(UUID a) {
    again(report(numberA).put("mergedInto", numberB));
    Doors.told("incident.events.v1", "incident-merged", a);
  }

  /** Posts the next state of an incident, a second later than the last. */
  private static void again(ObjectNode report) {
    TestClock.advance(Duration.ofSeconds(1));
    report.put("asOf", TestClock.now().toString());
    Doors.post(CAD, report).then().statusCode(200);
  }
}
