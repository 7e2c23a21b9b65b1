package org.warmhandoff.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.eventing.OneColumn;
import org.warmhandoff.eventing.seal.Seal;

/** Telephone numbers of staff, sealed; everybody else knows them by their ids. */
@ApplicationScoped
public class Contacts {

  private final EntityManager database;
  private final Seal seal;

  Contacts(EntityManager database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  /** One of a member's own, and whether it was ever proven to be theirs. */
  public record Kept(UUID id, boolean proven) {}

  /** The one with this address, where it is there already. */
  @SuppressWarnings("unchecked")
  public Optional<Kept> find(UUID staff, String kind, String address) {
    List<Object[]> rows =
        database
            // The same number put again keeps its id, and how it was proven.
            .createNativeQuery(
                "select id, sealed, proof from staff_contact where staff = :staff and kind = :kind")
            .setParameter("staff", staff)
            .setParameter("kind", kind)
            .getResultList();
    return rows.stream()
        .filter(row -> open(staff, (UUID) row[0], (byte[]) row[1]).equals(address))
        .findFirst()
        .map(row -> new Kept((UUID) row[0], row[2] != null));
  }

  /**
   * Keeps a new one.
   *
   * @return its id
   */
  public UUID add(UUID staff, String kind, String address) {
    UUID id = UUID.randomUUID();
    database
        // The number is read where a message is sent, and nowhere else.
        .createNativeQuery(
            "insert into staff_contact (id, staff, kind, sealed, police_service, jurisdiction)"
                + " select :id, w.id, :kind, :sealed, w.police_service, w.jurisdiction"
                + " from worker w where w.id = :staff")
        .setParameter("id", id)
        .setParameter("staff", staff)
        .setParameter("kind", kind)
        .setParameter("sealed", seal.seal(address.getBytes(UTF_8), context(staff, id)))
        .executeUpdate();
    return id;
  }

  /** Keeps who says how it was proven. */
  public void proven(UUID id, Proof proof, String by, Instant at) {
    database
        // Whoever asks later why this telephone rang finds who vouched for it.
        .createNativeQuery(
            "update staff_contact set proof = :proof, proven_by = :by, proven_at = :at"
                + " where id = :id")
        .setParameter("proof", Codes.of(proof))
        .setParameter("by", by)
        .setParameter("at", at)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Forgets one of the member's. */
  public void forget(UUID staff, UUID id) {
    database
        // What somebody takes away themselves is kept nowhere, and nobody is called there again.
        .createNativeQuery("delete from staff_contact where staff = :staff and id = :id")
        .setParameter("staff", staff)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Forgets all of the member's. */
  public void forgetAll(UUID staff) {
    database
        // Whoever cannot be reached is not called anywhere by mistake.
        .createNativeQuery("delete from staff_contact where staff = :staff")
        .setParameter("staff", staff)
        .executeUpdate();
  }

  /**
   * Forgets the member's other telephones and mailboxes: what is no longer theirs is kept nowhere.
   */
  public void keepOnly(UUID staff, List<UUID> ids) {
    database
        // A number that was taken away may be somebody else's tomorrow.
        .createNativeQuery(
            "delete from staff_contact where staff = :staff and kind in ('sms', 'voice', 'email')"
                + " and id <> all (cast(:ids as uuid[]))")
        .setParameter("staff", staff)
        .setParameter("ids", Ids.array(ids))
        .executeUpdate();
  }

  /** The address; empty where it was taken away meanwhile. */
  public Optional<String> address(UUID staff, UUID id) {
    // Only the member's own channel is ever opened for them.
    return OneColumn.of(
            database,
            "select sealed from staff_contact where id = :id and staff = :staff",
            "sealed",
            byte[].class)
        .setParameter("id", id)
        .setParameter("staff", staff)
        .getResultList()
        .stream()
        .findFirst()
        .map(kept -> open(staff, id, kept));
  }

  private String open(UUID staff, UUID id, byte[] kept) {
    return new String(seal.open(kept, context(staff, id)), UTF_8);
  }

  private static String context(UUID staff, UUID id) {
    return "staff-contact/" + staff + "/" + id;
  }
}
