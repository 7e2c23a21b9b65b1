package org.warmhandoff.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.PersonEvent.PersonErased;
import org.warmhandoff.contracts.PersonEvent.PersonRegistered;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;

/** One incident with a victim and an alleged offender, told as the other services would tell it. */
record Scene(
    UUID incident,
    UUID victim,
    UUID offender,
    String policeService,
    String jurisdiction,
    String zone,
    Mode mode) {

  static Scene windsor() {
    return of("windsor", "CA-ON", "America/Toronto", Mode.LIVE);
  }

  static Scene of(String policeService, String jurisdiction, String zone, Mode mode) {
    return new Scene(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        policeService,
        jurisdiction,
        zone,
        mode);
  }

  /** The same with another victim, such as one the vault treats in a special way. */
  Scene with(UUID victim) {
    return new Scene(incident, victim, offender, policeService, jurisdiction, zone, mode);
  }

  Scene reported() {
    return reported(
        new Party(victim, PartyRole.VICTIM), new Party(offender, PartyRole.ALLEGED_OFFENDER));
  }

  Scene reported(Party... parties) {
    tell(
        Access.INCIDENT_SERVICE,
        incident,
        1,
        new IncidentReported(incident, facts(List.of(parties))));
    return this;
  }

  Scene updated(long version, Party... parties) {
    tell(
        Access.INCIDENT_SERVICE,
        incident,
        version,
        new IncidentUpdated(incident, facts(List.of(parties))));
    return this;
  }

  /** Tells that this worker took an assignment of it, and waits until that is known. */
  Scene takenBy(String worker, Audience side) {
    UUID assignment = UUID.randomUUID();
    UUID staff = Tokens.staffIdOf(worker);
    Instant now = TestClock.now();
    tell(
        Access.NOTIFICATION_SERVICE,
        assignment,
        1,
        new AssignmentOpened(incident, assignment, "a-program", side, HelpMode.ON_SITE, now));
    tell(
        Access.NOTIFICATION_SERVICE,
        assignment,
        2,
        new PageAccepted(incident, assignment, "a-program", staff, now));
    Doors.until(
        "the assignment is known",
        () ->
            Sql.database("referral")
                    .count(
                        "select count(*) from known_assignment where id = ? and ? = any (staff)",
                        assignment,
                        staff)
                == 1);
    return this;
  }

  void erased(UUID person) {
    tell(Access.INCIDENT_SERVICE, person, 1, new PersonRegistered(person));
    tell(Access.INCIDENT_SERVICE, person, 2, new PersonErased(person));
  }

  /** Tells that these members of staff are kept out, as the first event, and waits for it. */
  Scene reportedWithout(UUID excluded) {
    List<Party> parties =
        List.of(
            new Party(victim, PartyRole.VICTIM), new Party(offender, PartyRole.ALLEGED_OFFENDER));
    tell(
        Access.INCIDENT_SERVICE,
        incident,
        1,
        new IncidentReported(incident, facts(parties, List.of(excluded))));
    return known();
  }

  /** Waits until the incident is known. */
  Scene known() {
    Doors.until(
        "the incident is known",
        () ->
            Sql.database("referral")
                    .count("select count(*) from known_incident where id = ?", incident)
                == 1);
    return this;
  }

  /** The same incident, told in another mode from now on. */
  Scene as(Mode other) {
    return new Scene(incident, victim, offender, policeService, jurisdiction, zone, other);
  }

  private IncidentFacts facts(List<Party> parties) {
    return facts(parties, List.of());
  }

  private IncidentFacts facts(List<Party> parties, List<UUID> excluded) {
    Instant now = TestClock.now();
    return new IncidentFacts(
        "DVA",
        IncidentFacts.Status.ACTIVE,
        Known.YES,
        Known.YES,
        IncidentFacts.Charge.UNDECIDED,
        Known.NO,
        Known.NO,
        "SE",
        "ward-3",
        "home",
        1,
        now,
        now,
        zone,
        parties,
        excluded,
        null);
  }

  /** Tells an event about this incident as the principal would. */
  UUID tell(String principal, UUID subject, long version, Event event) {
    UUID id = UUID.randomUUID();
    Instant now = TestClock.now();
    Head head =
        new Head(
            id,
            "/" + principal,
            EventTypes.name(event.getClass()),
            subject,
            subject.toString(),
            version,
            policeService,
            jurisdiction,
            mode,
            now,
            now,
            incident,
            null,
            null);
    Records.send(
        principal,
        Topics.of(event),
        subject.toString(),
        text(CloudEvents.headers(head)),
        EventJson.write(event));
    return id;
  }

  private static Map<String, String> text(Headers headers) {
    Map<String, String> text = new HashMap<>();
    headers.forEach(
        header -> text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return text;
  }
}
