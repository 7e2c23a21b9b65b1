package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.warmhandoff.incident.BlindIndex.Kind;

/**
 * What persons can be recognised by. Every statement runs on the connection of the transaction,
 * with whole sets at once: a report costs three of them, however many persons it names.
 */
@ApplicationScoped
class PersonTraits {

  /**
   * Two reports that name one person for the first time at once must not both find nobody: the
   * second waits here for the first's commit. Taken in one order.
   */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(key)
      from (select distinct key from unnest(?) as key order by key) as keys""";

  /**
   * Everyone who has one of these traits. Their rows are held, so that an erasure waits. A trait of
   * a crowd tells nothing: it is not read to its end.
   */
  private static final String HOLDERS =
      """
      select holder.person, holder.kind, wanted.digest
      from unnest(?) as wanted (digest)
      cross join lateral (
        select t.person, t.kind from person_trait t where t.digest = wanted.digest
        limit 200 for key share) as holder""";

  /** All traits of some persons. */
  private static final String OF =
      "select person, kind, digest from person_trait where person = any (?)";

  /** Where some persons are parties by the last reports. */
  private static final String WHERE =
      "select person, incident from party where present and person = any (?)";

  /** Which pairs of some persons a human said are two. */
  private static final String UNDONE =
      """
      select low, high from person_link
      where undone_at is not null and by_hand and low = any (?) and high = any (?)""";

  /** A person has one trait of a kind. */
  private static final String PUT =
      """
      insert into person_trait (person, kind, digest, police_service, jurisdiction)
      values (?, ?, ?, ?, ?)
      on conflict (person, kind) do update set digest = excluded.digest""";

  /** What is no longer said of a person does not recognise them any more. */
  private static final String DROP =
      "delete from person_trait where person = ? and kind <> all (?)";

  private final EntityManager entities;
  private final PersonLinks links;

  PersonTraits(EntityManager entities, PersonLinks links) {
    this.entities = entities;
    this.links = links;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** What is known of some persons. */
  Map<UUID, Map<Kind, Digest>> of(Collection<UUID> persons) {
    Map<UUID, Map<Kind, Digest>> traits = new HashMap<>();
    if (!persons.isEmpty()) {
      work(connection -> rows(connection, OF, ids(connection, persons), row -> add(traits, row)));
    }
    return traits;
  }

  /** Replaces what is known of some persons; they must be in the database by then. */
  void put(Incident incident, Map<UUID, Likeness> persons, Set<UUID> known) {
    entities.flush();
    work(
        connection -> {
          try (PreparedStatement put = connection.prepareStatement(PUT);
              PreparedStatement drop = connection.prepareStatement(DROP)) {
            for (Map.Entry<UUID, Likeness> person : persons.entrySet()) {
              Map<Kind, Digest> traits = person.getValue().traits();
              if (known.contains(person.getKey())) {
                drop.setObject(1, person.getKey());
                drop.setArray(
                    2,
                    connection.createArrayOf(
                        "text", traits.keySet().stream().map(Enum::name).toArray()));
                drop.executeUpdate();
              }
              for (Map.Entry<Kind, Digest> trait : traits.entrySet()) {
                put.setObject(1, person.getKey());
                put.setString(2, trait.getKey().name());
                put.setBytes(3, trait.getValue().bytes());
                put.setString(4, incident.policeService());
                put.setString(5, incident.jurisdiction());
                put.addBatch();
              }
            }
            put.executeBatch();
          }
        });
  }

  /** Waits for whoever is about to link by one of these traits. */
  void lock(Collection<Digest> traits) {
    if (traits.isEmpty()) {
      return;
    }
    Long[] keys =
        traits.stream().map(trait -> ByteBuffer.wrap(trait.bytes()).getLong()).toArray(Long[]::new);
    work(connection -> rows(connection, LOCK, connection.createArrayOf("bigint", keys), row -> {}));
  }

  /**
   * Everyone who has one of these traits, with all that speaks for and against them.
   *
   * @param asking who is being looked for; what is stored of them is left out
   */
  Acquaintances among(Collection<Digest> traits, Set<UUID> asking) {
    Acquaintances known = new Acquaintances();
    Set<UUID> holders = new HashSet<>();
    byte[][] digests = traits.stream().map(Digest::bytes).toArray(byte[][]::new);
    work(
        connection ->
            rows(
                connection,
                HOLDERS,
                connection.createArrayOf("bytea", digests),
                row -> holders.add(row.getObject(1, UUID.class))));
    holders.removeAll(asking);
    if (holders.isEmpty()) {
      return known;
    }
    Set<UUID> all = new HashSet<>(asking);
    all.addAll(holders);
    links
        .groups(all)
        .forEach(
            (start, group) -> {
              group.forEach(member -> known.linked(start, member));
              all.addAll(group);
            });
    work(connection -> tell(connection, known, all, asking));
    return known;
  }

  private static void tell(
      Connection connection, Acquaintances known, Set<UUID> all, Set<UUID> asking)
      throws SQLException {
    Array ids = ids(connection, all);
    rows(
        connection,
        OF,
        ids,
        row -> {
          UUID person = row.getObject(1, UUID.class);
          if (!asking.contains(person)) {
            known.has(person, Kind.valueOf(row.getString(2)), Digest.of(row.getBytes(3)));
          }
        });
    rows(
        connection,
        WHERE,
        ids,
        row -> known.isIn(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    try (PreparedStatement undone = connection.prepareStatement(UNDONE)) {
      undone.setArray(1, ids);
      undone.setArray(2, ids);
      try (ResultSet row = undone.executeQuery()) {
        while (row.next()) {
          known.undone(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        }
      }
    }
  }

  private static void add(Map<UUID, Map<Kind, Digest>> traits, ResultSet row) throws SQLException {
    traits
        .computeIfAbsent(row.getObject(1, UUID.class), person -> new EnumMap<>(Kind.class))
        .put(Kind.valueOf(row.getString(2)), Digest.of(row.getBytes(3)));
  }

  private static Array ids(Connection connection, Collection<UUID> persons) throws SQLException {
    return connection.createArrayOf("uuid", persons.toArray());
  }

  private static void rows(Connection connection, String sql, Array parameter, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  private void work(org.hibernate.jdbc.Work work) {
    entities.unwrap(Session.class).doWork(work);
  }
}
