package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.warmhandoff.incident.BlindIndex.Kind;

/** Who has a trait, and what speaks for and against their being one. */
@ApplicationScoped
class TraitHolders {

  /** A trait that more persons have than this is not read to its end, and links nobody. */
  private static final int CROWD = 200;

  /**
   * Everyone who has one of these traits and all they are linked to, locked in the order of their
   * ids: whoever links holds both groups whole, so that no group grows unseen, and an erasure comes
   * wholly before or wholly after.
   */
  private static final String LOCK_HOLDERS =
      """
      with recursive member (person) as (
        select holder.person from unnest(?) as wanted (digest)
        cross join lateral (
          select t.person from person_trait t where t.digest = wanted.digest limit ?) as holder
        union
        select case when l.low = m.person then l.high else l.low end
        from member m join person_link l
          on (l.low = m.person or l.high = m.person) and l.undone_at is null)
      select p.id from person p
      where p.id in (select person from member) and p.id <> all (?)
      order by p.id for no key update""";

  /** Everyone who has one of these traits. One more than a crowd tells that it is one. */
  private static final String HOLDERS =
      """
      select holder.person, wanted.digest
      from unnest(?) as wanted (digest)
      cross join lateral (
        select t.person from person_trait t where t.digest = wanted.digest limit ?) as holder""";

  /** Where some persons are parties by the last reports. */
  private static final String WHERE =
      "select person, incident from party where present and person = any (?)";

  /** Which pairs of some persons a human said are two, whether they were linked or suggested. */
  private static final String SAID_TO_BE_TWO =
      """
      select low, high from person_link
      where undone_at is not null and by_hand and low = any (?) and high = any (?)
      union
      select low, high from link_suggestion
      where decided = 'dismissed' and low = any (?) and high = any (?)""";

  private final EntityManager entities;
  private final PersonLinks links;

  TraitHolders(EntityManager entities, PersonLinks links) {
    this.entities = entities;
    this.links = links;
  }

  /** Locks whom these traits could link to, except those who are locked already. */
  void lockHolders(Collection<Digest> traits, Set<UUID> locked) {
    if (traits.isEmpty()) {
      return;
    }
    work(
        connection -> {
          try (PreparedStatement lock = connection.prepareStatement(LOCK_HOLDERS)) {
            lock.setArray(1, TraitRows.digests(connection, traits));
            lock.setInt(2, CROWD);
            lock.setArray(3, TraitRows.ids(connection, locked));
            lock.execute();
          }
        });
  }

  /**
   * Everyone who has one of these traits, with all that speaks for and against them.
   *
   * @param asking who is being looked for; what is stored of them is left out
   */
  Acquaintances among(Collection<Digest> traits, Set<UUID> asking) {
    Acquaintances known = new Acquaintances();
    Map<Digest, Integer> times = new HashMap<>();
    Set<UUID> holders = new HashSet<>();
    work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
            statement.setArray(1, TraitRows.digests(connection, traits));
            statement.setInt(2, CROWD + 1);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                holders.add(row.getObject(1, UUID.class));
                times.merge(Digest.of(row.getBytes(2)), 1, Integer::sum);
              }
            }
          }
        });
    times.forEach(
        (trait, many) -> {
          if (many > CROWD) {
            known.crowd(trait);
          }
        });
    holders.removeAll(asking);
    if (holders.isEmpty()) {
      return known;
    }
    Set<UUID> all = new HashSet<>(asking);
    all.addAll(holders);
    links
        .groups(all)
        .values()
        .forEach(
            group -> {
              known.grouped(group);
              all.addAll(group);
            });
    work(connection -> tell(connection, known, all, asking));
    return known;
  }

  private static void tell(
      Connection connection, Acquaintances known, Set<UUID> all, Set<UUID> asking)
      throws SQLException {
    Array ids = TraitRows.ids(connection, all);
    TraitRows.read(
        connection,
        PersonTraits.OF,
        ids,
        row -> {
          UUID person = row.getObject(1, UUID.class);
          if (!asking.contains(person)) {
            Kind kind = Kind.valueOf(row.getString(2));
            known.has(person, kind, Digest.of(row.getBytes(3)));
            if (row.getBoolean(5)) {
              known.carried(person);
            }
          }
        });
    TraitRows.read(
        connection,
        WHERE,
        ids,
        row -> known.isIn(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    try (PreparedStatement two = connection.prepareStatement(SAID_TO_BE_TWO)) {
      for (int i = 1; i <= 4; i++) {
        two.setArray(i, ids);
      }
      try (ResultSet row = two.executeQuery()) {
        while (row.next()) {
          known.undone(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        }
      }
    }
  }

  private void work(org.hibernate.jdbc.Work work) {
    entities.unwrap(Session.class).doWork(work);
  }
}
