package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rotations as they were put. */
@ApplicationScoped
public class Rota implements PanacheRepositoryBase<RotaRow, UUID> {

  /** Those of a program. */
  @SuppressWarnings("unchecked")
  public List<RotaRow> of(String program) {
    return getEntityManager()
        // A draft is tried on the weeks that were, by the rota as it is.
        .createNativeQuery(
            "select * from rota_entry where :program = any (programs) order by id", RotaRow.class)
        .setParameter("program", program)
        .getResultList();
  }

  /** Whose shifts are laid out no further than this. */
  List<RotaRow> laidLessThan(Instant until) {
    return list("laidUntil is null or laidUntil < ?1 order by id", until);
  }

  /** Whether there is one. */
  public boolean anyLaidLessThan(Instant until) {
    return count("laidUntil is null or laidUntil < ?1", until) > 0;
  }

  /** One whose shifts are to be laid out further, and that nobody else works on. */
  @SuppressWarnings("unchecked")
  public Optional<RotaRow> next(Instant until) {
    List<RotaRow> found =
        getEntityManager()
            // Two processes share the work.
            .createNativeQuery(
                "select * from rota_entry where laid_until is null or laid_until < :until"
                    + " order by laid_until nulls first, id limit 1 for update skip locked",
                RotaRow.class)
            .setParameter("until", until)
            .getResultList();
    return found.stream().findFirst();
  }
}
