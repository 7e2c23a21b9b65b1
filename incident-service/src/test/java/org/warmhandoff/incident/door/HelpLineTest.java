package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.CadAdvisory.NobodyAvailable;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** Where nobody comes the officer gives the number of the program that came nearest. */
@QuarkusTest
@WithStack("incident-service")
class HelpLineTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void theOfficerIsShownTheNumberOfTheProgram() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    officer.get("/scene/" + incident);
    officer.send("/scene/" + incident + "/worker-wanted", Map.of("help", "virtual"));
    assertThat(officer.get("/scene/" + incident).body()).contains("555-0142");
    UUID told = Told.tell("windsor", new NobodyAvailable(incident, TestClock.now(), "555-0177"));
    Told.eventually(() -> Doors.SQL.count("select count(*) from advisory where id = ?", told) == 1);
    assertThat(officer.get("/scene/" + incident).body())
        .contains("555-0177")
        .doesNotContain("555-0142");
  }
}
