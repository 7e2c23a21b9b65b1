package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.eventing.Head;

/** Rows of {@code consent_fact}. */
@ApplicationScoped
class ConsentFacts {

  /** What was asked and answered; never the text, who took it, or which categories. */
  private static final FactSql STORE =
      new FactSql(
          """
          insert into consent_fact as f
            (consent, incident, person, police_service, jurisdiction, mode, agency, purpose, form,
             language, asserted, overheard, urgency, needs, given_at, expires_at, refused_at,
             withdrawn_at)
          values
            (:consent, :incident, :person, :police_service, :jurisdiction, :mode, :agency,
             :purpose, :form, :language, :asserted, :overheard, :urgency, :needs, :given_at,
             :expires_at, :refused_at, :withdrawn_at)
          on conflict (consent) do update set
            purpose = coalesce(f.purpose, excluded.purpose),
            form = coalesce(f.form, excluded.form),
            language = coalesce(f.language, excluded.language),
            asserted = coalesce(f.asserted, excluded.asserted),
            overheard = coalesce(f.overheard, excluded.overheard),
            urgency = coalesce(f.urgency, excluded.urgency),
            needs = coalesce(f.needs, excluded.needs),
            given_at = least(f.given_at, excluded.given_at),
            expires_at = coalesce(f.expires_at, excluded.expires_at),
            refused_at = least(f.refused_at, excluded.refused_at),
            withdrawn_at = least(f.withdrawn_at, excluded.withdrawn_at),
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()""");

  private final DataSource database;
  private final Pseudonyms pseudonyms;

  ConsentFacts(DataSource database, Pseudonyms pseudonyms) {
    this.database = database;
    this.pseudonyms = pseudonyms;
  }

  void store(Head head, ConsentEvent event) {
    Row row =
        Row.of(head)
            .with("consent", pseudonyms.of(event.consent()))
            .with("incident", pseudonyms.of(event.incident()))
            .with("person", pseudonyms.of(event.person()));
    switch (event) {
      case ConsentEvent.ConsentGiven given ->
          row.with("agency", given.agency())
              .with("purpose", given.purpose())
              .with("form", given.form())
              .with("language", given.language())
              .with("asserted", given.asserted())
              .with("overheard", given.overheard())
              .with("urgency", given.urgency())
              .with("needs", given.needs().toArray(String[]::new))
              .with("given_at", given.validFrom())
              .with("expires_at", given.expiresAt());
      case ConsentEvent.ConsentRefused refused ->
          row.with("agency", refused.agency())
              .with("purpose", refused.purpose())
              .with("asserted", refused.asserted())
              .with("refused_at", refused.at());
      case ConsentEvent.ConsentWithdrawn withdrawn ->
          row.with("agency", withdrawn.agency()).with("withdrawn_at", withdrawn.at());
    }
    STORE.run(database, row.values());
  }
}
