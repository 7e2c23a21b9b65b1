package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.contracts.AgencyAnswer;
import org.warmhandoff.contracts.ReferralEvent;
import org.warmhandoff.eventing.Head;

/** Rows of {@code referral_fact}. */
@ApplicationScoped
class ReferralFacts {

  /** The closed loop: when each state was first reached. */
  private static final FactSql STORE =
      new FactSql(
          """
          insert into referral_fact as f
            (referral, incident, police_service, jurisdiction, mode, agency, person, consent,
             purpose, program, urgency, consented_at, created_at, refused_at, refused_reason,
             accepted_at, rejected_at, in_progress_at, on_hold_at, completed_at, cancelled_at,
             failed_at, withdrawn_at, first_read_at)
          values
            (:referral, :incident, :police_service, :jurisdiction, :mode, :agency, :person,
             :consent, :purpose, :program, :urgency, :consented_at, :created_at, :refused_at,
             :refused_reason, :accepted_at, :rejected_at, :in_progress_at, :on_hold_at,
             :completed_at, :cancelled_at, :failed_at, :withdrawn_at, :first_read_at)
          on conflict (referral) do update set
            person = coalesce(f.person, excluded.person),
            consent = coalesce(f.consent, excluded.consent),
            purpose = coalesce(f.purpose, excluded.purpose),
            program = coalesce(f.program, excluded.program),
            urgency = coalesce(f.urgency, excluded.urgency),
            consented_at = least(f.consented_at, excluded.consented_at),
            created_at = least(f.created_at, excluded.created_at),
            refused_at = least(f.refused_at, excluded.refused_at),
            refused_reason = coalesce(f.refused_reason, excluded.refused_reason),
            accepted_at = least(f.accepted_at, excluded.accepted_at),
            rejected_at = least(f.rejected_at, excluded.rejected_at),
            in_progress_at = least(f.in_progress_at, excluded.in_progress_at),
            on_hold_at = least(f.on_hold_at, excluded.on_hold_at),
            completed_at = least(f.completed_at, excluded.completed_at),
            cancelled_at = least(f.cancelled_at, excluded.cancelled_at),
            failed_at = least(f.failed_at, excluded.failed_at),
            withdrawn_at = least(f.withdrawn_at, excluded.withdrawn_at),
            first_read_at = least(f.first_read_at, excluded.first_read_at),
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()""");

  private final DataSource database;
  private final Pseudonyms pseudonyms;
  private final PlaceFacts places;

  ReferralFacts(DataSource database, Pseudonyms pseudonyms, PlaceFacts places) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.places = places;
  }

  void store(Head head, ReferralEvent event) {
    places.store(head, event.incident());
    Row row =
        Row.of(head)
            .with("referral", pseudonyms.of(event.referral()))
            .with("incident", pseudonyms.of(event.incident()));
    switch (event) {
      case ReferralEvent.ReferralRequested e ->
          row.with("agency", e.agency())
              .with("person", pseudonyms.of(e.person()))
              .with("consent", pseudonyms.of(e.consent()))
              .with("purpose", e.purpose())
              .with("program", e.program())
              .with("urgency", e.urgency())
              .with("consented_at", e.consentedAt())
              .with("created_at", e.at());
      case ReferralEvent.ReferralRefused e ->
          row.with("agency", e.agency())
              .with("consent", pseudonyms.of(e.consent()))
              .with("refused_at", e.at())
              .with("refused_reason", e.reason());
      case ReferralEvent.ReferralAnswered e ->
          row.with("agency", e.agency()).with(column(e.status()), e.at());
      case ReferralEvent.ReferralContentRead e ->
          row.with("agency", e.agency()).with("first_read_at", e.at());
      case ReferralEvent.ReferralWithdrawn e ->
          row.with("agency", e.agency()).with("withdrawn_at", e.at());
      case ReferralEvent.ReferralMoved e -> {
        return;
      }
    }
    STORE.run(database, row.values());
  }

  private static String column(AgencyAnswer.Status status) {
    return switch (status) {
      case ACCEPTED -> "accepted_at";
      case REJECTED -> "rejected_at";
      case IN_PROGRESS -> "in_progress_at";
      case ON_HOLD -> "on_hold_at";
      case COMPLETED -> "completed_at";
      case CANCELLED -> "cancelled_at";
      case FAILED -> "failed_at";
    };
  }
}
