package org.warmhandoff.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.warmhandoff.contracts.Access;
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
import org.warmhandoff.testbed.TestClock;

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

  void erased(UUID person) {
    tell(Access.INCIDENT_SERVICE, person, 1, new PersonRegistered(person));
    tell(Access.INCIDENT_SERVICE, person, 2, new PersonErased(person));
  }

  private IncidentFacts facts(List<Party> parties) {
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
        List.of());
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
