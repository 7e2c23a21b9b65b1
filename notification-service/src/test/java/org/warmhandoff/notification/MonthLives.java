package org.warmhandoff.notification;

import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** How an incident goes in a simulated month, from the call to what is decided days later. */
final class MonthLives {

  private static final List<String> SERVICES =
      List.of("windsor", "windsor", "windsor", "cleveland", "richelieu");
  private static final int PEOPLE = 300;

  private final MemoryDesk desk;
  private final Random random;
  private final Agenda agenda;
  private final List<UUID> people = new ArrayList<>();
  private @Nullable UUID latest;

  /** Where what follows is written down. */
  interface Agenda {
    void plan(Instant at, boolean needsService, Month.Happening what);
  }

  MonthLives(MemoryDesk desk, Random random, Agenda agenda) {
    this.desk = desk;
    this.random = random;
    this.agenda = agenda;
    for (int i = 0; i < PEOPLE; i++) {
      people.add(desk.newId());
    }
  }

  /** A call comes in; with it everything that will be said of it is planned. */
  void begin(Instant at) {
    Mode mode = random.nextInt(12) == 0 ? Mode.HISTORY : Mode.LIVE;
    List<Party> parties =
        List.of(
            new Party(one(people), PartyRole.VICTIM),
            new Party(one(people), PartyRole.ALLEGED_OFFENDER));
    UUID incident = desk.report(one(SERVICES), facts(at, parties), mode);
    latest = incident;
    scene(incident, at);
    for (int i = random.nextInt(4); i > 0; i--) {
      // reclassified, charged, arrested and released, closed, opened again
      later(at, 40_000, meant -> desk.tell(new IncidentUpdated(incident, facts(at, parties))));
    }
    if (random.nextInt(4) == 0) {
      UUID consent = desk.newId();
      UUID victim = parties.getFirst().person();
      later(at, 20_000, meant -> consent(incident, consent, victim, meant));
    }
  }

  /** The incident something was said of last; each is told once. */
  Optional<UUID> latest() {
    Optional<UUID> told = Optional.ofNullable(latest);
    latest = null;
    return told;
  }

  private void scene(UUID incident, Instant at) {
    UUID officer = staff(70);
    Help help = random.nextInt(3) == 0 ? Help.VIRTUAL : Help.ON_SITE;
    later(
        at,
        2400,
        meant -> said(new SceneDeclaredSafe(incident, officer, meant, Suspect.LEFT), meant));
    if (random.nextInt(4) > 0) {
      later(
          at,
          2400,
          meant -> said(new WorkerWanted(incident, officer, meant, help, null, null), meant));
    }
    if (random.nextInt(5) == 0) {
      later(at, 5400, meant -> said(new SceneSafetyRevoked(incident, officer, meant), meant));
      later(
          at,
          7200,
          meant -> said(new SceneDeclaredSafe(incident, officer, meant, Suspect.LEFT), meant));
    }
    if (random.nextInt(5) == 0) {
      later(
          at,
          9000,
          meant -> said(new WorkerWanted(incident, officer, meant, help, null, null), meant));
    }
    later(at, 14_400, meant -> said(new OfficersCleared(incident, officer, meant), meant));
  }

  private void said(IncidentEvent event, Instant meant) {
    // an import of old facts reaches an incident that is live, too
    Mode mode = desk.incident(event.incident()).mode();
    boolean imported = random.nextInt(40) == 0;
    latest = imported ? null : event.incident();
    desk.tell(event, imported ? Mode.HISTORY : mode, meant);
  }

  private void consent(UUID incident, UUID consent, UUID victim, Instant meant) {
    desk.tell(ProgramStoriesTest.consent(incident, consent, victim, "fswe", meant));
    if (random.nextInt(4) == 0) {
      later(
          meant,
          100_000,
          late ->
              desk.tell(
                  new ConsentEvent.ConsentWithdrawn(
                      consent, incident, victim, "fswe", late, null)));
    }
  }

  private IncidentFacts facts(Instant received, List<Party> parties) {
    Incidents.Facts facts =
        Incidents.facts()
            .domestic(random.nextInt(6) == 0 ? one(List.of(Known.values())) : Known.YES)
            .physical(one(List.of(Known.values())))
            .arrest(one(List.of(Known.values())))
            .released(one(List.of(Known.values())))
            .charge(one(List.of(Charge.values())))
            .status(random.nextInt(4) == 0 ? one(List.of(Status.values())) : Status.ACTIVE)
            .receivedAt(received)
            .parties(parties.toArray(Party[]::new));
    if (random.nextInt(8) == 0) {
      facts.excluded(staff(1 + random.nextInt(MonthStaff.WORKERS)));
    }
    return facts.build();
  }

  private void later(Instant from, int seconds, Month.Happening what) {
    agenda.plan(from.plusSeconds(1 + random.nextInt(seconds)), true, what);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
