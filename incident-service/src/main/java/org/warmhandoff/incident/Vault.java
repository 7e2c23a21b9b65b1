package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.seal.Seal;

/**
 * The person vault: each person's fields under a keyset of their own, which is stored wrapped under
 * the service's master key and destroyed when the person is erased. Works within the caller's
 * transaction.
 */
@ApplicationScoped
public class Vault {

  private final Seal master;
  private final Persons persons;

  Vault(Seal master, Persons persons) {
    this.master = master;
    this.persons = persons;
  }

  /** Opens a file for a person; nothing of them is in it yet. */
  public Opened open(UUID id, String policeService, String jurisdiction, Instant at) {
    Opened file = fresh(id, policeService, jurisdiction, at);
    persons.persist(file.person());
    return file;
  }

  /** The same for a person whom the caller stores together with others. */
  Opened fresh(UUID id, String policeService, String jurisdiction, Instant at) {
    PersonKeyset keyset = PersonKeyset.generate(id);
    return new Opened(new Person(id, policeService, jurisdiction, keyset.wrap(master), at), keyset);
  }

  /** What is said of a person, as it may be stored. */
  static List<Persons.Sealed> sealed(Opened file, Map<VaultField, Personal> fields) {
    List<Persons.Sealed> sealed = new ArrayList<>();
    fields.forEach(
        (field, value) ->
            sealed.add(
                new Persons.Sealed(file.person(), field, file.keyset().encrypt(field, value))));
    return sealed;
  }

  /** A file that is there already; empty where the person was erased. */
  Optional<Opened> reopen(Person person) {
    return person
        .wrappedKeyset()
        .map(wrapped -> new Opened(person, PersonKeyset.unwrap(master, person.id(), wrapped)));
  }

  /**
   * Writes what is said of persons.
   *
   * @param incident the incident it was said in; what it stops saying later is dropped
   */
  void write(
      @Nullable UUID incident, Instant asOf, Map<Opened, Map<VaultField, Personal>> contents) {
    List<Persons.Sealed> sealed = new ArrayList<>();
    contents.forEach((file, fields) -> sealed.addAll(sealed(file, fields)));
    persons.write(incident, asOf, sealed);
  }

  /** Writes one field of one person, staff among them; an erased person's is not written. */
  public void write(Person person, VaultField field, Personal value, Instant asOf) {
    reopen(person).ifPresent(file -> write(null, asOf, Map.of(file, Map.of(field, value))));
  }

  /**
   * Reads fields; the caller records the read in the same transaction.
   *
   * @return the fields that are known, or empty where the person was erased
   */
  public Optional<Map<VaultField, Personal>> read(Person person, Set<VaultField> fields) {
    return reopen(person)
        .map(
            file -> {
              Map<VaultField, Personal> read = new EnumMap<>(VaultField.class);
              persons
                  .ciphertexts(person.id(), fields)
                  .forEach(
                      (field, ciphertext) ->
                          read.put(field, file.keyset().decrypt(field, ciphertext)));
              return read;
            });
  }

  /** Destroys a person's keyset and every ciphertext and number under it. */
  public void erase(Person person, Instant at) {
    persons.forget(person.id());
    person.erase(at);
  }

  /** Seals what came with an incident and stands in no field: the note, fields nobody knows yet. */
  public byte @Nullable [] seal(UUID incident, @Nullable Personal kept) {
    return kept == null
        ? null
        : master.seal(kept.reveal().getBytes(StandardCharsets.UTF_8), "incident-kept/" + incident);
  }

  /**
   * Seals something that tells of a person and is none of their fields, under their own key.
   *
   * @param what names it, and the row it stands in; the same is needed to open it
   * @return empty where the person was erased
   */
  public Optional<byte[]> sealFor(Person person, String what, Personal value) {
    return reopen(person).map(file -> file.keyset().encrypt(what, value));
  }

  /**
   * Opens what was sealed for a person; the caller records the read in the same transaction.
   *
   * @return empty where the person was erased
   */
  public Optional<Personal> openFor(Person person, String what, byte[] sealed) {
    return reopen(person).map(file -> file.keyset().decrypt(what, sealed));
  }

  /** A person's file, open for writing. */
  public record Opened(Person person, PersonKeyset keyset) {}
}
