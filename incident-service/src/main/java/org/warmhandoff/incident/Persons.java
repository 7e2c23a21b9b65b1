package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.OneColumn;

/** The persons of the vault and their encrypted fields. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {

  /** The newest word on a field counts, whichever incident it came with. */
  private static final String WRITE_FIELD =
      """
      insert into person_field (person, field, police_service, jurisdiction, incident, as_of, ciphertext)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (person, field) do update
        set incident = excluded.incident, as_of = excluded.as_of, ciphertext = excluded.ciphertext
        where person_field.as_of <= excluded.as_of""";

  /** What an incident's source no longer says of a person is gone; what another said stays. */
  private static final String DROP_FIELDS =
      """
      delete from person_field
      where person = :person and incident = :incident and field <> all (:kept)""";

  /** Some fields of one person, for a read that is recorded. */
  private static final String READ_FIELDS =
      """
      select field, ciphertext from person_field
      where person = :person and field = any (:fields)""";

  /** How old a wish is, shown beside it. */
  private static final String SAID_AT =
      "select as_of from person_field where person = :person and field = :field";

  /** Erasure leaves no field behind. */
  private static final String DROP_ALL_FIELDS = "delete from person_field where person = :person";

  /** What an earlier release kept of a person's numbers; see the migration that stopped it. */
  private static final String DROP_NUMBERS = "delete from record_number where person = :person";

  /** A person who was erased must not be recognised again. */
  private static final String DROP_TRAITS = "delete from person_trait where person = :person";

  /** Nobody needs to look at a person who was erased. */
  private static final String DROP_SUGGESTIONS =
      "delete from link_suggestion where low = :person or high = :person";

  /** One field of one person, encrypted. */
  record Sealed(Person person, VaultField field, byte[] ciphertext) {}

  public Optional<Person> locked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Persons by id, locked in the order of their ids, so that two posts never wait in a circle. */
  public List<Person> locked(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Writes encrypted fields in one batch; the persons must be in the database by then. */
  void write(@Nullable UUID incident, Instant asOf, List<Sealed> fields) {
    if (fields.isEmpty()) {
      return;
    }
    flush();
    getEntityManager()
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(WRITE_FIELD)) {
                for (Sealed sealed : fields) {
                  statement.setObject(1, sealed.person().id());
                  statement.setString(2, sealed.field().name());
                  statement.setString(3, sealed.person().policeService());
                  statement.setString(4, sealed.person().jurisdiction());
                  statement.setObject(5, incident);
                  statement.setObject(6, asOf.atOffset(ZoneOffset.UTC));
                  statement.setBytes(7, sealed.ciphertext());
                  statement.addBatch();
                }
                statement.executeBatch();
              }
            });
  }

  /** Drops what this incident had said of a person, except these fields. */
  void dropOthers(UUID person, UUID incident, Set<VaultField> kept) {
    getEntityManager()
        .createNativeQuery(DROP_FIELDS)
        .setParameter("person", person)
        .setParameter("incident", incident)
        .setParameter("kept", names(kept))
        .executeUpdate();
  }

  Map<VaultField, byte[]> ciphertexts(UUID person, Set<VaultField> fields) {
    Map<VaultField, byte[]> found = new EnumMap<>(VaultField.class);
    List<Tuple> rows =
        getEntityManager()
            .createNativeQuery(READ_FIELDS, Tuple.class)
            .setParameter("person", person)
            .setParameter("fields", names(fields))
            .getResultList();
    for (Tuple row : rows) {
      found.put(VaultField.valueOf(row.get(0, String.class)), row.get(1, byte[].class));
    }
    return found;
  }

  /** As of when a field was said; empty where it was not, or the person was erased. */
  public Optional<Instant> saidAt(UUID person, VaultField field) {
    List<OffsetDateTime> found =
        OneColumn.of(getEntityManager(), SAID_AT, "as_of", OffsetDateTime.class)
            .setParameter("person", person)
            .setParameter("field", field.name())
            .getResultList();
    return found.stream().map(OffsetDateTime::toInstant).findFirst();
  }

  /** Forgets every field of a person, and what they could be recognised by. */
  void forget(UUID person) {
    for (String statement : List.of(DROP_ALL_FIELDS, DROP_TRAITS, DROP_NUMBERS, DROP_SUGGESTIONS)) {
      getEntityManager()
          .createNativeQuery(statement)
          .setParameter("person", person)
          .executeUpdate();
    }
  }

  private static String[] names(Set<VaultField> fields) {
    return fields.stream().map(Enum::name).toArray(String[]::new);
  }
}
