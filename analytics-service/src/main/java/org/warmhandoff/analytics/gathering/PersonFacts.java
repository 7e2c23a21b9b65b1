package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.contracts.PersonEvent;
import org.warmhandoff.eventing.Head;

/** Rows of {@code person_fact}; links go to {@link LinkFacts}. */
@ApplicationScoped
class PersonFacts {

  /** A person is known from registration on, and stays a number after erasure. */
  private static final FactSql STORE =
      new FactSql(
          """
          insert into person_fact as f
            (person, police_service, jurisdiction, mode, registered_at, erased_at)
          values (:person, :police_service, :jurisdiction, :mode, :registered_at, :erased_at)
          on conflict (person) do update set
            registered_at = least(f.registered_at, excluded.registered_at),
            erased_at = least(f.erased_at, excluded.erased_at),
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()\
          """);

  private final DataSource database;
  private final Pseudonyms pseudonyms;
  private final LinkFacts links;

  PersonFacts(DataSource database, Pseudonyms pseudonyms, LinkFacts links) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.links = links;
  }

  void store(Head head, PersonEvent event) {
    Row row = Row.of(head).with("person", pseudonyms.of(event.person()));
    switch (event) {
      case PersonEvent.PersonRegistered registered ->
          STORE.run(database, row.with("registered_at", head.time()).values());
      case PersonEvent.PersonErased erased ->
          STORE.run(database, row.with("erased_at", head.time()).values());
      case PersonEvent.PersonsLinked linked -> links.store(head, linked);
      case PersonEvent.PersonsUnlinked unlinked -> links.store(head, unlinked);
    }
  }
}
