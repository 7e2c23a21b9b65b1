package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.warmhandoff.eventing.OneColumn;

/** Taps that were taken, so that a phone may send each as often as it has to. */
@ApplicationScoped
public class Taps {

  /**
   * The first sending of a tap decides what it said; a second one at the same time waits for it.
   */
  private static final String KEEP =
      """
      insert into tap (officer, id, police_service, jurisdiction, incident, digest, tapped_at)
      values (:officer, :id, :policeService, :jurisdiction, :incident, :digest, :at)
      on conflict (officer, id) do nothing""";

  /** What this tap said when it was taken. */
  private static final String FIND = "select digest from tap where officer = :officer and id = :id";

  /** How old they must be is the database's to say; at most some thousands at a time. */
  private static final String FORGET = "select 1 from forget_old_taps()";

  private static final Duration SWEEP = Duration.ofMinutes(15);

  private final AtomicLong swept = new AtomicLong(System.nanoTime() - SWEEP.toNanos());
  private final EntityManager entities;

  Taps(EntityManager entities) {
    this.entities = entities;
  }

  /** What a tap is. */
  public enum Sent {
    FIRST,
    /** Taken before; nothing more is to be done. */
    AGAIN,
    /** The same id with another content: a mistake of the phone's. */
    OTHER
  }

  /**
   * Keeps a tap, within the caller's transaction: one that is refused later was never kept.
   *
   * @param content what it says in codes, as a keyed digest; never the answers of a screen, which
   *     are few enough to be guessed back
   */
  public Sent keep(UUID officer, UUID id, Incident incident, Digest content, Instant at) {
    sweep();
    int kept =
        entities
            .createNativeQuery(KEEP)
            .setParameter("officer", officer)
            .setParameter("id", id)
            .setParameter("policeService", incident.policeService())
            .setParameter("jurisdiction", incident.jurisdiction())
            .setParameter("incident", incident.id())
            .setParameter("digest", content.bytes())
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (kept == 1) {
      return Sent.FIRST;
    }
    byte[] known =
        OneColumn.of(entities, FIND, "digest", byte[].class)
            .setParameter("officer", officer)
            .setParameter("id", id)
            .getSingleResult();
    return Digest.of(known).equals(content) ? Sent.AGAIN : Sent.OTHER;
  }

  /** Now and then with somebody's tap: nothing can be sent again by then. */
  private void sweep() {
    long now = System.nanoTime();
    long last = swept.get();
    if (now - last >= SWEEP.toNanos() && swept.compareAndSet(last, now)) {
      entities.createNativeQuery(FORGET).getResultList();
    }
  }
}
