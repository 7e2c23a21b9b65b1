package org.warmhandoff.analytics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.PersonEvent;
import org.warmhandoff.contracts.ReferralEvent;
import org.warmhandoff.eventing.Head;

/** A town whose events are told straight to the topics, in any order and more than once. */
final class Town {

  private final Random random;
  private final Instant received;
  private final List<Telling.Told> told = new ArrayList<>();
  private final Set<String> ids = new TreeSet<>();
  private final Map<UUID, Long> versions = new HashMap<>();

  /**
   * @param received when every incident was received
   */
  Town(long seed, Instant received) {
    this.random = new Random(seed);
    this.received = received;
  }

  /** Every id there is in what was told, in the spelling of the topics. */
  Set<String> ids() {
    return ids;
  }

  /** The first incident there was. */
  String incident() {
    return told.getFirst().head().correlation() + "";
  }

  int size() {
    return told.size();
  }

  /** One domestic incident with one victim that a program finds eligible. */
  Case eligible(String policeService, String program, HelpMode mode) {
    return new Case(policeService, program, mode, Mode.LIVE);
  }

  /** The same as a drill, which must not count. */
  Case drill(String policeService, String program, HelpMode mode) {
    return new Case(policeService, program, mode, Mode.TEST);
  }

  /** Sends everything, each event so many times, in the order this seed gives. */
  void tell(long order, int times) {
    List<Telling.Told> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(told);
    }
    Collections.shuffle(all, new Random(order));
    Telling.send(all);
  }

  /** One incident and what came of it. */
  final class Case {

    private final String policeService;
    private final String program;
    private final HelpMode help;
    private final Mode mode;
    private final UUID incident = id();
    private final UUID victim = id();
    private final UUID suspect = id();
    private final UUID worker = id();
    private @Nullable UUID assignment;
    private @Nullable UUID referral;

    private Case(String policeService, String program, HelpMode help, Mode mode) {
      this.policeService = policeService;
      this.program = program;
      this.help = help;
      this.mode = mode;
      tell(victim, new PersonEvent.PersonRegistered(victim));
      tell(incident, new IncidentEvent.IncidentReported(incident, facts(Known.UNKNOWN, suspect)));
      tell(incident, new IncidentEvent.IncidentUpdated(incident, facts(Known.YES, victim)));
      weigh(Eligibility.ELIGIBLE);
      weigh(Eligibility.NOT_ELIGIBLE);
    }

    private IncidentFacts facts(Known domestic, UUID victim) {
      return new IncidentFacts(
          "DVA",
          IncidentFacts.Status.ACTIVE,
          domestic,
          Known.YES,
          IncidentFacts.Charge.UNDECIDED,
          Known.NO,
          Known.UNKNOWN,
          "SE",
          "ward-1",
          null,
          2,
          received.minusSeconds(120),
          received,
          "America/Toronto",
          List.of(
              new Party(victim, PartyRole.VICTIM), new Party(suspect, PartyRole.ALLEGED_OFFENDER)),
          List.of(worker),
          null);
    }

    private void weigh(Eligibility eligibility) {
      UUID routing = UUID.nameUUIDFromBytes(incident.toString().getBytes(StandardCharsets.UTF_8));
      ids.add(routing.toString());
      tell(
          routing,
          new AssignmentEvent.ProgramsWeighed(
              incident,
              List.of(
                  new AssignmentEvent.Verdict(
                      program,
                      Audience.VICTIM,
                      help,
                      eligibility,
                      true,
                      received.plus(Duration.ofHours(8)),
                      "fits"))));
    }

    UUID named() {
      return incident;
    }

    /** Tells what became of the incident itself. */
    Case told(IncidentEvent event) {
      tell(incident, event);
      return this;
    }

    Case paged(int acceptedAfterSeconds) {
      UUID opened = id();
      assignment = opened;
      Instant at = received.plusSeconds(60);
      tell(
          opened,
          new AssignmentEvent.AssignmentOpened(
              incident, opened, program, Audience.VICTIM, help, at));
      tell(
          opened,
          new AssignmentEvent.WorkerPaged(
              incident,
              opened,
              program,
              help,
              List.of(worker),
              0,
              1,
              at.plusSeconds(2),
              at.plusSeconds(182)));
      tell(
          opened,
          new AssignmentEvent.PageAccepted(
              incident, opened, program, worker, at.plusSeconds(2 + acceptedAfterSeconds)));
      return this;
    }

    Case contact() {
      tell(
          assigned(),
          new AssignmentEvent.WorkerArrived(
              incident, assigned(), worker, received.plusSeconds(600)));
      tell(
          assigned(),
          new AssignmentEvent.ContactMade(incident, assigned(), worker, received.plusSeconds(660)));
      return this;
    }

    Case concluded(Outcome outcome) {
      tell(
          assigned(),
          new AssignmentEvent.AssignmentConcluded(
              incident, assigned(), program, worker, outcome, received.plusSeconds(3600), null));
      return this;
    }

    Case referral(AgencyAnswer.@Nullable Status... answers) {
      UUID consent = id();
      UUID opened = id();
      referral = opened;
      Instant at = received.plusSeconds(3600);
      tell(
          consent,
          new ConsentEvent.ConsentGiven(
              consent,
              incident,
              victim,
              "fswe",
              ConsentEvent.Purpose.SUPPORT,
              List.of(ConsentEvent.DataCategory.NAME),
              "1",
              "ab".repeat(32),
              ConsentEvent.Form.VERBAL,
              "en",
              worker,
              false,
              Known.NO,
              List.of("shelter"),
              ConsentEvent.Urgency.URGENT,
              at,
              at.plus(Duration.ofDays(90))));
      tell(
          opened,
          new ReferralEvent.ReferralRequested(
              opened,
              incident,
              victim,
              consent,
              "fswe",
              ConsentEvent.Purpose.SUPPORT,
              program,
              ConsentEvent.Urgency.URGENT,
              List.of("shelter"),
              at,
              at.plusSeconds(1)));
      int hours = 1;
      for (AgencyAnswer.Status answer : answers) {
        if (answer != null) {
          tell(
              opened,
              new ReferralEvent.ReferralAnswered(
                  opened, incident, "fswe", answer, null, at.plus(Duration.ofHours(hours++))));
        }
      }
      return this;
    }

    /** Its assignment goes on at another incident. */
    Case assignmentMoved(Case from, Case to) {
      tell(
          assigned(),
          new AssignmentEvent.AssignmentMoved(
              to.incident, assigned(), from.incident, received.plusSeconds(4000)));
      return this;
    }

    /** Its referral goes on at another incident. */
    Case referralMoved(Case from, Case to) {
      UUID moved = Objects.requireNonNull(referral);
      tell(
          moved,
          new ReferralEvent.ReferralMoved(
              moved, to.incident, from.incident, received.plusSeconds(4000)));
      return this;
    }

    private UUID assigned() {
      if (assignment == null) {
        throw new IllegalStateException("not paged");
      }
      return assignment;
    }

    private void tell(UUID subject, Event event) {
      long version = versions.merge(subject, 1L, Long::sum);
      UUID eventId = id();
      UUID key = event instanceof AssignmentEvent about ? about.incident() : subject;
      told.add(
          new Telling.Told(
              new Head(
                  eventId,
                  "/test",
                  EventTypes.name(event.getClass()),
                  subject,
                  key.toString(),
                  version,
                  policeService,
                  "CA-ON",
                  mode,
                  received,
                  received,
                  incident,
                  null,
                  null),
              event));
    }
  }

  private UUID id() {
    UUID id =
        new UUID((random.nextLong() & ~0xF000L) | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    ids.add(id.toString());
    return id;
  }
}
