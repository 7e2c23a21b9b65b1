package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.contracts.CadAdvisory.DuplicateSuspected;
import org.warmhandoff.contracts.CadAdvisory.Likeness;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;

/**
 * Tells police of incidents that look like one. Two that are reported in the same moment do not see
 * each other; the next report of either finds the other.
 */
@ApplicationScoped
public class Duplicates {

  /** Who is named by number here and there; a drill is no duplicate of a real incident. */
  private static final Statement ALIKE =
      new Statement(
          """
          select distinct other.id, other.received_at from party mine
          join person_trait number on number.person = mine.person
            and number.kind = 'RECORD_NUMBER'
          join person_trait same on same.digest = number.digest and same.kind = number.kind
          join party theirs on theirs.person = same.person and theirs.incident <> mine.incident
            and theirs.present
          join incident other on other.id = theirs.incident
          where mine.incident = ? and mine.present and other.police_service = ? and other.mode = ?
            and other.status = 'ACTIVE' and other.merged_into is null
            and not exists (select from incident here
              where here.id = mine.incident and here.merged_into is not null)\
          """);

  /** The first who suspects it tells it. */
  private static final Statement SUSPECT =
      new Statement(
          """
          insert into duplicate_suspected (incident, other_incident, police_service, jurisdiction,
            suspected_at)
          values (?, ?, ?, ?, ?) on conflict do nothing\
          """);

  private final DataSource database;
  private final Outbox outbox;
  private final Duration within;

  Duplicates(
      DataSource database,
      Outbox outbox,
      @ConfigProperty(name = "handoff.duplicates.within") Duration within) {
    this.database = database;
    this.outbox = outbox;
    this.within = within;
  }

  /**
   * After an incident was reported, and that was told: looks for others that look like it. Asked
   * only where the report names somebody by number, since most name nobody so.
   */
  public void look(Incident incident, Report report, Instant now) {
    boolean numbered =
        report.persons().stream()
            .anyMatch(person -> person.fields().containsKey(VaultField.RECORD_NUMBER));
    if (!numbered || report.mode() == Mode.HISTORY) {
      return;
    }
    IncidentState.Heard state = incident.state();
    Lookalike here =
        new Lookalike(incident.id(), state.facts().status() == Status.ACTIVE, state.receivedAt());
    List<Lookalike> others =
        ALIKE.rows(
            database,
            row ->
                new Lookalike(
                    row.getObject("id", UUID.class),
                    true,
                    row.getObject("received_at", OffsetDateTime.class).toInstant()),
            incident.id(),
            incident.policeService(),
            state.mode().name());
    for (Lookalike.Pair pair : here.pairs(others, within)) {
      int news =
          SUSPECT.run(
              database,
              pair.incident(),
              pair.other(),
              incident.policeService(),
              incident.jurisdiction(),
              now);
      if (news == 1) {
        tell(incident, pair, state.mode(), now);
      }
    }
  }

  /** A suspicion is an aggregate of one event, told in the order of the later incident. */
  private void tell(Incident incident, Lookalike.Pair pair, Mode mode, Instant now) {
    outbox.tell(
        Subject.of(UUID.randomUUID(), 1, incident.policeService(), incident.jurisdiction(), mode)
            .keyedBy(pair.incident())
            .within(pair.incident()),
        new DuplicateSuspected(pair.incident(), pair.other(), Likeness.SAME_PERSON, now));
  }
}
