package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The keys of all police services. */
@ApplicationScoped
public class ApiKeys implements PanacheRepositoryBase<ApiKey, String> {

  /** How exact a last use is: a post must not cost a row's update each time. */
  public static final Duration USE_STEP = Duration.ofMinutes(1);

  /**
   * Of many requests within a minute one writes; it takes no lock that an administrator waits for
   * long.
   */
  private static final String NOTE_USE =
      """
      update api_key set last_used_at = :at, last_used_from = :source
      where id = :id and (last_used_at is null or last_used_at <= :before)""";

  /** The keys of a police service, newest first. */
  public List<ApiKey> of(String policeService) {
    return list("policeService = ?1 order by madeAt desc, id", policeService);
  }

  /** A key of a police service, locked until the transaction ends. */
  public Optional<ApiKey> locked(String policeService, String id) {
    return find("id = ?1 and policeService = ?2", id, policeService)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Whether a use at {@code now} is worth writing after the last one that was written. */
  public static boolean isWorthNoting(KnownKey key, Instant now) {
    Instant last = key.lastUsedAt();
    return last == null || !last.plus(USE_STEP).isAfter(now);
  }

  /** Writes when and from where a key was used. */
  public void noteUse(String id, Instant now, String source) {
    getEntityManager()
        .createNativeQuery(NOTE_USE)
        .setParameter("id", id)
        .setParameter("at", now.atOffset(ZoneOffset.UTC))
        .setParameter("before", now.minus(USE_STEP).atOffset(ZoneOffset.UTC))
        .setParameter("source", source.isEmpty() ? null : source)
        .executeUpdate();
  }
}
