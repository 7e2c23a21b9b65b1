package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
 * with whole sets at once, however many persons a report names.
 */
@ApplicationScoped
class PersonTraits {

  /**
   * Two reports that name one person for the first time at once must not both find nobody: the
   * second waits here for the first's commit. Taken in one order; the prefix keeps these locks
   * apart from others of the database.
   */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(key)
      from (
        select distinct hashtextextended('person-trait/' || encode(digest, 'hex'), 0) as key
        from unnest(?) as digest order by key) as keys""";

  /** All traits of some persons. */
  static final String OF =
      "select person, kind, digest, incident, carried from person_trait where person = any (?)";

  /** Which of these anybody has. */
  private static final String KNOWN =
      """
      select wanted.digest from unnest(?) as wanted (digest)
      where exists (select 1 from person_trait t where t.digest = wanted.digest)""";

  /** A person has one trait of a kind; the newest word counts, and owns it. */
  private static final String PUT =
      """
      insert into person_trait (person, kind, digest, incident, police_service, jurisdiction)
      values (?, ?, ?, ?, ?, ?)
      on conflict (person, kind) do update
        set digest = excluded.digest, incident = excluded.incident, carried = false""";

  /** What an incident no longer says does not recognise anyone; what another said stays. */
  private static final String DROP =
      "delete from person_trait where person = ? and incident = ? and kind <> all (?)";

  private final EntityManager entities;

  PersonTraits(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What is stored of a person.
   *
   * @param owners which incident said it
   */
  record Stored(Map<Kind, Digest> traits, Map<Kind, UUID> owners) {

    Stored() {
      this(new EnumMap<>(Kind.class), new EnumMap<>(Kind.class));
    }

    /** What counts once an incident said this: its own word, and what only others said. */
    Likeness after(UUID incident, Likeness said) {
      Map<Kind, Digest> all = new EnumMap<>(Kind.class);
      traits.forEach(
          (kind, digest) -> {
            if (!incident.equals(owners.get(kind))) {
              all.put(kind, digest);
            }
          });
      all.putAll(said.traits());
      return new Likeness(all, said.swapped());
    }
  }

  /** What is known of some persons; nobody is left out. */
  Map<UUID, Stored> of(Collection<UUID> persons) {
    Map<UUID, Stored> stored = new HashMap<>();
    persons.forEach(person -> stored.put(person, new Stored()));
    if (!persons.isEmpty()) {
      work(
          connection ->
              TraitRows.read(
                  connection, OF, TraitRows.ids(connection, persons), row -> add(stored, row)));
    }
    return stored;
  }

  /** Those of these traits that somebody has. */
  Set<Digest> known(Collection<Digest> digests) {
    Set<Digest> known = new HashSet<>();
    if (!digests.isEmpty()) {
      work(
          connection ->
              TraitRows.read(
                  connection,
                  KNOWN,
                  TraitRows.digests(connection, digests),
                  row -> known.add(Digest.of(row.getBytes(1)))));
    }
    return known;
  }

  private static void add(Map<UUID, Stored> stored, ResultSet row) throws SQLException {
    Stored one = stored.get(row.getObject(1, UUID.class));
    if (one != null) {
      Kind kind = Kind.valueOf(row.getString(2));
      one.traits().put(kind, Digest.of(row.getBytes(3)));
      one.owners().put(kind, row.getObject(4, UUID.class));
    }
  }

  /** Replaces what an incident says of some persons; they must be in the database by then. */
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
                drop.setObject(2, incident.id());
                drop.setArray(
                    3,
                    connection.createArrayOf(
                        "text", traits.keySet().stream().map(Enum::name).toArray()));
                drop.executeUpdate();
              }
              for (Map.Entry<Kind, Digest> trait : traits.entrySet()) {
                put.setObject(1, person.getKey());
                put.setString(2, trait.getKey().name());
                put.setBytes(3, trait.getValue().bytes());
                put.setObject(4, incident.id());
                put.setString(5, incident.policeService());
                put.setString(6, incident.jurisdiction());
                put.addBatch();
              }
            }
            put.executeBatch();
          }
        });
  }

  /** Waits for whoever is about to link by one of these traits. */
  void lock(Collection<Digest> traits) {
    if (!traits.isEmpty()) {
      work(
          connection ->
              TraitRows.read(connection, LOCK, TraitRows.digests(connection, traits), row -> {}));
    }
  }

  private void work(org.hibernate.jdbc.Work work) {
    entities.unwrap(Session.class).doWork(work);
  }
}
