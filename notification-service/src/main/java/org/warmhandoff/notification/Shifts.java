package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.OneColumn;

/** Shifts as rows; the database keeps a worker's from overlapping. */
@ApplicationScoped
public class Shifts {

  private final EntityManager database;

  Shifts(EntityManager database) {
    this.database = database;
  }

  /** A worker's shift that stands in the way of another. */
  public record Overlap(UUID staff, String programs, Instant starts, Instant ends) {}

  /**
   * Makes room for a rotation that is put anew: what it had laid out from now on goes, and the
   * shift that runs now ends now.
   *
   * @param laid what is laid out instead
   * @return the same, where somebody took a place over with whom they gave it to
   */
  public List<Laid> makeRoom(UUID rotation, List<Laid> laid, Instant now) {
    Map<Laid.Slot, Optional<UUID>> changed = changedByHand(rotation, now);
    Set<Laid.Slot> slots = laid.stream().map(Laid::slot).collect(Collectors.toSet());
    List<Laid.Slot> gone = changed.keySet().stream().filter(one -> !slots.contains(one)).toList();
    database
        // Who has a shift that takes place no more is shown that, instead of no shift at all.
        .createNativeQuery(
            "update shift set called_off_at = :now, rotation = null, occurs_on = null"
                + " where rotation = :rotation and starts >= :now and by_hand"
                + " and called_off_at is null and (occurs_on, place) in (select * from"
                + " unnest(cast(:dates as date[]), cast(:places as integer[])))")
        .setParameter("rotation", rotation)
        .setParameter("now", now)
        .setParameter("dates", array(gone, Laid.Slot::date))
        .setParameter("places", array(gone, Laid.Slot::place))
        .executeUpdate();
    database
        // What has not begun is laid out anew.
        .createNativeQuery(
            "delete from shift where rotation = :rotation and starts >= :now"
                + " and called_off_at is null")
        .setParameter("rotation", rotation)
        .setParameter("now", now)
        .executeUpdate();
    database
        // Who was on duty until now was on duty until now.
        .createNativeQuery(
            "update shift set id = gen_random_uuid(), ends = :now, rotation = null,"
                + " occurs_on = null where rotation = :rotation and starts < :now and ends > :now"
                + " and called_off_at is null")
        .setParameter("rotation", rotation)
        .setParameter("now", now)
        .executeUpdate();
    return Laid.keeping(laid, changed);
  }

  @SuppressWarnings("unchecked")
  private Map<Laid.Slot, Optional<UUID>> changedByHand(UUID rotation, Instant now) {
    List<Object[]> rows =
        database
            // A swap moves with its shift.
            .createNativeQuery(
                "select occurs_on, place, staff from shift where rotation = :rotation and by_hand"
                    + " and called_off_at is null and ends > :now")
            .setParameter("rotation", rotation)
            .setParameter("now", now)
            .getResultList();
    Map<Laid.Slot, Optional<UUID>> changed = new HashMap<>();
    for (Object[] row : rows) {
      changed.put(
          new Laid.Slot(LocalDate.parse(row[0].toString()), ((Number) row[1]).intValue()),
          Optional.ofNullable((UUID) row[2]));
    }
    return changed;
  }

  /** Lets go of what is past, and calls off what was changed by hand and is still to come. */
  public void release(UUID rotation, Instant now) {
    database
        // Nobody is left with a shift of a rotation that ended.
        .createNativeQuery(
            "update shift set called_off_at = case when ends > :now then cast(:now as timestamptz) end,"
                + " rotation = null, occurs_on = null where rotation = :rotation")
        .setParameter("rotation", rotation)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** What these would overlap with, of other rotations or by hand. */
  @SuppressWarnings("unchecked")
  public List<Overlap> overlaps(RotaRow rotation, List<Laid> laid) {
    List<Object[]> rows =
        database
            // Whoever puts a rota is told which shift stands in the way.
            .createNativeQuery(
                "select s.staff, array_to_string(s.programs, ', '), s.starts, s.ends from shift s"
                    + " join unnest(cast(:staff as uuid[]), cast(:starts as timestamptz[]),"
                    + " cast(:ends as timestamptz[])) as n (staff, starts, ends)"
                    + " on n.staff = s.staff and n.starts < s.ends and s.starts < n.ends"
                    + " where s.called_off_at is null and s.rotation is distinct from :rotation"
                    + " order by s.starts, s.staff limit 1")
            .setParameter("staff", array(laid, Laid::staff))
            .setParameter("starts", array(laid, one -> one.span().opens()))
            .setParameter("ends", array(laid, one -> one.span().closes()))
            .setParameter("rotation", rotation.id())
            .getResultList();
    return rows.stream()
        .map(row -> new Overlap((UUID) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
        .toList();
  }

  /**
   * Lays out a rotation's shifts; where somebody has another shift then, the place stays open and
   * says who was meant.
   */
  public void layOut(RotaRow rotation, List<Laid> laid) {
    // The constraint on overlaps decides, also between two who put at the same moment.
    insert("n.staff, null, n.by_hand", " on conflict do nothing", rotation, laid);
    // A place nobody can take is shown, not lost.
    insert(
        "null, n.staff, false",
        " where not exists (select 1 from shift s where s.rotation = :rotation"
            + " and s.occurs_on = n.occurs_on and s.place = n.place)",
        rotation,
        laid);
  }

  private void insert(String whose, String rest, RotaRow rotation, List<Laid> laid) {
    database
        .createNativeQuery(
            "insert into shift (id, rotation, occurs_on, place, crew, programs, zones, staff,"
                + " double_booked, by_hand, starts, ends, police_service, jurisdiction)"
                + " select n.id, :rotation, n.occurs_on, n.place, n.crew,"
                + " cast(:programs as text[]), cast(:zones as text[]), "
                + whose
                + ", n.starts, n.ends, :service, :jurisdiction from unnest(cast(:ids as uuid[]),"
                + " cast(:dates as date[]), cast(:places as integer[]), cast(:crews as uuid[]),"
                + " cast(:staff as uuid[]), cast(:byHand as boolean[]),"
                + " cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))"
                + " as n (id, occurs_on, place, crew, staff, by_hand, starts, ends)"
                + rest)
        .setParameter("rotation", rotation.id())
        .setParameter("ids", array(laid, Laid::id))
        .setParameter("dates", array(laid, Laid::date))
        .setParameter("places", array(laid, Laid::place))
        .setParameter("crews", array(laid, Laid::crew))
        .setParameter("staff", array(laid, Laid::staff))
        .setParameter("byHand", array(laid, Laid::byHand))
        .setParameter("starts", array(laid, one -> one.span().opens()))
        .setParameter("ends", array(laid, one -> one.span().closes()))
        .setParameter("programs", "{" + String.join(",", rotation.programs()) + "}")
        .setParameter("zones", "{" + String.join(",", rotation.zones()) + "}")
        .setParameter("service", rotation.policeService())
        .setParameter("jurisdiction", rotation.jurisdiction())
        .executeUpdate();
  }

  /** Everything that ends after {@code from} and begins before {@code until}. */
  @SuppressWarnings("unchecked")
  List<ShiftRow> between(Instant from, Instant until) {
    List<Object[]> rows =
        database
            // The whole rota around now, read when it has changed and not for every fact.
            .createNativeQuery(
                "select crew, place, array_to_string(programs, ','), staff, starts, ends,"
                    + " array_to_string(zones, ',') from shift where called_off_at is null and ends > :from"
                    + " and starts < :until order by starts, crew, place")
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new ShiftRow(
                    (UUID) row[0],
                    ((Number) row[1]).intValue(),
                    codes((String) row[2]),
                    (UUID) row[3],
                    new Duty(
                        new Window.Span((Instant) row[4], (Instant) row[5]),
                        codes((String) row[6]))))
        .toList();
  }

  /** The number of the rota as it stands. */
  long version() {
    return OneColumn.of(database, "select version from rota_version", "version", Long.class)
        .getSingleResult();
  }

  /** It has changed: routing reads it anew. Whoever changes it waits for whoever does so now. */
  public void changed() {
    database.createNativeQuery("update rota_version set version = version + 1").executeUpdate();
  }

  private static List<String> codes(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  private static <T> String array(List<T> all, Function<T, @Nullable Object> of) {
    return all.stream()
        .map(one -> Objects.toString(of.apply(one)))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
