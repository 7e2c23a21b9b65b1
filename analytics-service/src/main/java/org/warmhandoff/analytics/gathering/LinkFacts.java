package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.contracts.PersonEvent.LinkReason;
import org.warmhandoff.contracts.PersonEvent.PersonsLinked;
import org.warmhandoff.contracts.PersonEvent.PersonsUnlinked;
import org.warmhandoff.eventing.Head;

/**
 * Rows of {@code link_fact}, and of {@code alias_fact}, which follows from them alone: the same
 * links give the same rows, in whatever order and however often they were told.
 */
@ApplicationScoped
class LinkFacts {

  /**
   * One group changes at a time: two links at once could each miss the other. The number is
   * arbitrary.
   */
  private static final FactSql LOCK =
      new FactSql("do $$ begin perform pg_advisory_xact_lock(7305812); end $$");

  /** The last word on a pair. */
  private static final FactSql STORE =
      new FactSql(
          """
          insert into link_fact as f
            (low, high, police_service, jurisdiction, mode, link_version, linked, reason,
             decided_at)
          values
            (least(cast(:one as uuid), cast(:other as uuid)),
             greatest(cast(:one as uuid), cast(:other as uuid)),
             :police_service, :jurisdiction, :mode, :version, :linked, :reason, :at)
          on conflict (low, high) do update set
            mode = excluded.mode, link_version = excluded.link_version,
            linked = excluded.linked, reason = excluded.reason, decided_at = excluded.decided_at,
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
          where f.link_version < excluded.link_version\
          """);

  /** Everyone who can be reached from either end gets the lowest pseudonym of their group. */
  private static final FactSql FOLLOW =
      new FactSql(
          """
          insert into alias_fact as f (person, canonical, police_service, jurisdiction)
          with recursive member (start, person) as (
            select ends.person, ends.person
            from (values (cast(:one as uuid)), (cast(:other as uuid))) as ends (person)
            union
            select m.start, case when l.low = m.person then l.high else l.low end
            from member m join link_fact l
              on (l.low = m.person or l.high = m.person) and l.linked),
          lowest (start, canonical) as (
            select start, (array_agg(person order by person))[1] from member group by start)
          select distinct m.person, l.canonical, cast(:police_service as text),
            cast(:jurisdiction as text)
          from member m join lowest l on l.start = m.start
          on conflict (person) do update set
            canonical = excluded.canonical,
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
          where f.canonical <> excluded.canonical\
          """);

  private final DataSource database;
  private final Pseudonyms pseudonyms;

  LinkFacts(DataSource database, Pseudonyms pseudonyms) {
    this.database = database;
    this.pseudonyms = pseudonyms;
  }

  void store(Head head, PersonsLinked linked) {
    store(head, linked.person(), linked.other(), linked.reason(), linked.at());
  }

  void store(Head head, PersonsUnlinked unlinked) {
    store(head, unlinked.person(), unlinked.other(), null, unlinked.at());
  }

  private void store(Head head, UUID person, UUID other, @Nullable LinkReason reason, Instant at) {
    Map<String, @Nullable Object> values =
        Row.of(head)
            .with("one", pseudonyms.of(person))
            .with("other", pseudonyms.of(other))
            .with("version", head.version())
            .with("linked", reason != null)
            .with("reason", reason)
            .with("at", at)
            .values();
    LOCK.run(database, values);
    STORE.run(database, values);
    FOLLOW.run(database, values);
  }
}
