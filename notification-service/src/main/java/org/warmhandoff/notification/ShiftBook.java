package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.OneColumn;

/** Shifts one by one, as people take, give and change them. */
@ApplicationScoped
public class ShiftBook implements PanacheRepositoryBase<Shift, UUID> {

  /** Everything that ends after {@code from} and begins before {@code until}, in order. */
  public List<Shift> between(Instant from, Instant until) {
    return list(
        "calledOffAt is null and ends > ?1 and starts < ?2 order by starts, crew, place",
        from,
        until);
  }

  /** A worker's own, from this instant on. */
  public List<Shift> of(UUID staff, Instant from) {
    return list("staff = ?1 and calledOffAt is null and ends > ?2 order by starts", staff, from);
  }

  /** The places of a crew, called off or not. */
  public List<Shift> ofCrew(UUID crew) {
    return list("crew = ?1 order by place", crew);
  }

  /** What a worker has at the same time, apart from these. */
  public Optional<Shift> overlapping(UUID staff, Window.Span span, Collection<UUID> except) {
    return find(
            "staff = ?1 and calledOffAt is null and ends > ?2 and starts < ?3 order by starts",
            staff,
            span.opens(),
            span.closes())
        .stream()
        .filter(one -> !except.contains(one.id()))
        .findFirst();
  }

  /**
   * The programs of what a worker has from this instant on.
   *
   * @param except a rotation whose shifts do not count; null: none
   */
  public Set<String> programsAhead(UUID staff, @Nullable UUID except, Instant from) {
    return Set.copyOf(
        OneColumn.of(
                getEntityManager(),
                // Hundreds of shifts lie ahead of a worker, of a program or two.
                "select distinct unnest(programs) as program from shift where staff = :staff"
                    + " and called_off_at is null and ends > :from"
                    + " and rotation is distinct from cast(:except as uuid)",
                "program",
                String.class)
            .setParameter("staff", staff)
            .setParameter("from", from)
            .setParameter("except", except == null ? null : except.toString())
            .getResultList());
  }

  /** The programs a worker has, or had, shifts of: those they may sign up for. */
  public Set<String> served(UUID staff) {
    return Set.copyOf(
        OneColumn.of(
                getEntityManager(),
                // Whoever belongs to a program is who is on its rota.
                "select distinct unnest(programs) as program from shift where staff = :staff"
                    + " union select unnest(programs) from rota_entry"
                    + " where jsonb_exists(staff, cast(:staff as text))",
                "program",
                String.class)
            .setParameter("staff", staff)
            .getResultList());
  }
}
