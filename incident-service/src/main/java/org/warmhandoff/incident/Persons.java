package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.sql.PreparedStatement;
import java.time.Instant;
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

/** The persons of the vault, their encrypted fields and the numbers they are known by. */
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

  /** Erasure leaves no field behind. */
  private static final String DROP_ALL_FIELDS = "delete from person_field where person = :person";

  /** The first incident that names a records-system number decides whose it is. */
  private static final String CLAIM_NUMBER =
      """
      insert into record_number (police_service, number_index, jurisdiction, person, incident)
      select :policeService, :index, :jurisdiction, :person, :incident
      where not exists (select 1 from person where id = :person and erased_at is not null)
      on conflict (police_service, number_index) do nothing""";

  /** Whom a records-system number of this police service stands for; nobody who was erased. */
  private static final String FIND_NUMBER =
      """
      select number.person from record_number number join person on person.id = number.person
      where number.police_service = :policeService and number.number_index = :index
        and person.erased_at is null""";

  /** A person who was erased must not be found by number again. */
  private static final String DROP_NUMBERS = "delete from record_number where person = :person";

  /** One field of one person, encrypted. */
  record Sealed(Person person, VaultField field, byte[] ciphertext) {}

  public Optional<Person> locked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Persons by id, locked in the order of their ids, so that two posts never wait in a circle. */
  List<Person> locked(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /**
   * Whose number this is, after offering it to {@code candidate}.
   *
   * @return the candidate, or who was known by this number before
   */
  UUID claimNumber(Incident incident, Digest number, UUID candidate) {
    int claimed =
        getEntityManager()
            .createNativeQuery(CLAIM_NUMBER)
            .setParameter("policeService", incident.policeService())
            .setParameter("index", number.bytes())
            .setParameter("jurisdiction", incident.jurisdiction())
            .setParameter("person", candidate)
            .setParameter("incident", incident.id())
            .executeUpdate();
    if (claimed == 1) {
      return candidate;
    }
    List<UUID> owner =
        getEntityManager()
            .createNativeQuery(FIND_NUMBER, UUID.class)
            .setParameter("policeService", incident.policeService())
            .setParameter("index", number.bytes())
            .getResultList();
    return owner.isEmpty() ? candidate : owner.getFirst();
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

  /** Forgets every field and number of a person. */
  void forget(UUID person) {
    getEntityManager()
        .createNativeQuery(DROP_ALL_FIELDS)
        .setParameter("person", person)
        .executeUpdate();
    getEntityManager()
        .createNativeQuery(DROP_NUMBERS)
        .setParameter("person", person)
        .executeUpdate();
  }

  private static String[] names(Set<VaultField> fields) {
    return fields.stream().map(Enum::name).toArray(String[]::new);
  }
}
