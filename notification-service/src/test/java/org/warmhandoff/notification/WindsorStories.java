package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.SECOND_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;

/**
 * A town with an on-site program and a virtual rung. Friday, 20 November 2026, 16:00 in Windsor.
 */
abstract class WindsorStories {

  static final Instant START = Instant.parse("2026-11-20T21:00:00Z");
  static final UUID OFFICER = staff(70);
  static final UUID ASH = staff(1);
  static final UUID BIRCH = staff(2);
  static final UUID CEDAR = staff(3);

  final MemoryDesk desk = new MemoryDesk(START);

  @BeforeEach
  void windsor() {
    desk.program(SixPrograms.windsorOnScene());
    desk.program(SixPrograms.hiatusVirtual());
    desk.program(SixPrograms.fsweEarly());
    List.of(ASH, BIRCH, CEDAR, FIRST_SUPERVISOR, SECOND_SUPERVISOR).forEach(desk::worker);
    desk.alwaysOnDuty("windsor-onscene", ASH, BIRCH);
    desk.alwaysOnDuty("hiatus-virtual", CEDAR);
  }

  final UUID report() {
    return desk.report("windsor", Incidents.facts().build());
  }

  final void safe(UUID incident) {
    desk.tell(new SceneDeclaredSafe(incident, OFFICER, desk.now(), Suspect.LEFT));
  }

  final void wanted(UUID incident, Help help) {
    desk.tell(new WorkerWanted(incident, OFFICER, desk.now(), help, null, null));
  }

  final void pass(Duration time) {
    desk.moveTo(desk.now().plus(time));
  }

  /** How often police heard that nobody comes. */
  final long nobody() {
    return desk.advised.stream().filter(CadAdvisory.NobodyAvailable.class::isInstance).count();
  }

  static List<UUID> paged(Assignment assignment) {
    return assertInstanceOf(AssignmentState.Paged.class, assignment.state()).crew();
  }
}
