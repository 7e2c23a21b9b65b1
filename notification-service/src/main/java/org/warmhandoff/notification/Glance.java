package org.warmhandoff.notification;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know of everything that hardly ever changes, in one question: what is as
 * it was is not read again.
 *
 * @param rota number of the rota as it stands
 * @param workers what stands for all rows of workers: the same while none of them changes
 * @param away who is on leave
 * @param programs versions in force for the police service, in the order of their codes
 */
record Glance(long rota, long workers, Set<UUID> away, List<Glance.InForce> programs) {

  /** A row is another one as soon as it is written anew: then its xmin and its place differ. */
  static final String ROWS_OF_WORKERS =
      "(select coalesce(bit_xor(hash_record_extended(row(w.xmin, w.ctid, w.id), 0)), 0)"
          + " from worker w)";

  /** A program's version. */
  record InForce(String code, int version) {}

  /** Looks, as the present transaction may. */
  static Glance at(EntityManager database, String policeService, Instant now) {
    Object[] row =
        (Object[])
            database
                // Every fact asks this; the answer is nearly always the one before.
                .createNativeQuery(
                    "select (select version from rota_version) as rota, "
                        + ROWS_OF_WORKERS
                        + " as workers, (select string_agg(cast(l.staff as text), ',')"
                        + " from staff_leave l where l.starts <= :now and l.ends > :now"
                        + " and l.called_off_at is null and l.granted_at is not null) as away,"
                        + " (select string_agg(p.code || ' ' || p.version, ',' order by p.code)"
                        + " from program p where p.present"
                        + " and jsonb_exists(p.body -> 'policeServices', :service)) as programs")
                .setParameter("now", now)
                .setParameter("service", policeService)
                .getSingleResult();
    return new Glance(
        ((Number) Objects.requireNonNull(row[0])).longValue(),
        ((Number) Objects.requireNonNull(row[1])).longValue(),
        parts((@Nullable String) row[2]).stream()
            .map(UUID::fromString)
            .collect(Collectors.toUnmodifiableSet()),
        parts((@Nullable String) row[3]).stream().map(Glance::inForce).toList());
  }

  private static List<String> parts(@Nullable String joined) {
    return joined == null ? List.of() : Arrays.asList(joined.split(",", -1));
  }

  private static InForce inForce(String text) {
    String[] parts = text.split(" ", -1);
    return new InForce(parts[0], Integer.parseInt(parts[1]));
  }
}
