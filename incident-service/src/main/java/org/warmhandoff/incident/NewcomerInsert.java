package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.warmhandoff.incident.BlindIndex.Kind;

/** Persons nobody knew before, with all that was said of them: a statement a table. */
@ApplicationScoped
class NewcomerInsert {

  /** A file is opened with its key; see {@link Vault}. */
  private static final String PERSONS =
      """
      insert into person (id, police_service, jurisdiction, version, wrapped_keyset, registered_at)
      select * from unnest(?, ?, ?, ?, ?, ?)""";

  /** Nothing was said of them before, so there is nothing newer to compare with. */
  private static final String FIELDS =
      """
      insert into person_field (person, field, police_service, jurisdiction, incident, as_of,
        ciphertext)
      select * from unnest(?, ?, ?, ?, ?, ?, ?)""";

  /** What they can be recognised by from now on. */
  private static final String TRAITS =
      """
      insert into person_trait (person, kind, digest, incident, police_service, jurisdiction)
      select * from unnest(?, ?, ?, ?, ?, ?)""";

  /** Who they are in their incidents. */
  private static final String PARTIES =
      """
      insert into party (incident, ref_index, role, police_service, jurisdiction, person, position,
        present)
      select incident, ref_index, role, police_service, jurisdiction, person, position, true
      from unnest(?, ?, ?, ?, ?, ?, ?)
        as row (incident, ref_index, role, police_service, jurisdiction, person, position)""";

  private final EntityManager entities;

  NewcomerInsert(EntityManager entities) {
    this.entities = entities;
  }

  /** Somebody who was named for the first time, in this incident. */
  record Newcomer(
      Incident incident, Person person, List<Persons.Sealed> fields, Map<Kind, Digest> traits) {}

  private record Field(Incident incident, Instant asOf, Persons.Sealed sealed) {}

  private record Trait(Newcomer of, Kind kind, Digest digest) {}

  void store(List<Newcomer> newcomers, List<PartyEntry> entries, Instant now) {
    if (newcomers.isEmpty()) {
      return;
    }
    List<Field> fields = new ArrayList<>();
    List<Trait> traits = new ArrayList<>();
    for (Newcomer one : newcomers) {
      Instant asOf = one.incident().state().position().asOf();
      one.fields().forEach(field -> fields.add(new Field(one.incident(), asOf, field)));
      one.traits().forEach((kind, digest) -> traits.add(new Trait(one, kind, digest)));
    }
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              persons(connection, newcomers, now);
              fields(connection, fields);
              traits(connection, traits);
              parties(connection, entries);
            });
  }

  private static void persons(Connection connection, List<Newcomer> rows, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PERSONS)) {
      new Columns<>(connection, statement, rows)
          .ids(row -> row.person().id())
          .texts(row -> row.person().policeService())
          .texts(row -> row.person().jurisdiction())
          .longs(row -> row.person().version())
          .bytes(row -> row.person().wrappedKeyset().orElse(null))
          .instants(row -> now);
      statement.executeUpdate();
    }
  }

  private static void fields(Connection connection, List<Field> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(FIELDS)) {
      new Columns<>(connection, statement, rows)
          .ids(row -> row.sealed().person().id())
          .codes(row -> row.sealed().field())
          .texts(row -> row.incident().policeService())
          .texts(row -> row.incident().jurisdiction())
          .ids(row -> row.incident().id())
          .instants(Field::asOf)
          .bytes(row -> row.sealed().ciphertext());
      statement.executeUpdate();
    }
  }

  private static void traits(Connection connection, List<Trait> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(TRAITS)) {
      new Columns<>(connection, statement, rows)
          .ids(row -> row.of().person().id())
          .codes(Trait::kind)
          .bytes(row -> row.digest().bytes())
          .ids(row -> row.of().incident().id())
          .texts(row -> row.of().incident().policeService())
          .texts(row -> row.of().incident().jurisdiction());
      statement.executeUpdate();
    }
  }

  private static void parties(Connection connection, List<PartyEntry> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARTIES)) {
      new Columns<>(connection, statement, rows)
          .ids(PartyEntry::incident)
          .texts(row -> row.ref().hex())
          .codes(PartyEntry::role)
          .texts(PartyEntry::policeService)
          .texts(PartyEntry::jurisdiction)
          .ids(PartyEntry::person)
          .integers(PartyEntry::position);
      statement.executeUpdate();
    }
  }
}
