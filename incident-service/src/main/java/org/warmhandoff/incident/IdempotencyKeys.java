package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keys clients give to single posts, so that a mistake in them is told instead of stored. */
@ApplicationScoped
public class IdempotencyKeys {

  /** The first post with a key decides what the key stands for. */
  private static final String CLAIM =
      """
      insert into idempotency_key (police_service, jurisdiction, key, digest, used_at)
      values (:policeService, :jurisdiction, :key, :digest, :at)
      on conflict (police_service, key) do nothing""";

  /** What an earlier post with this key said. */
  private static final String FIND =
      "select digest from idempotency_key where police_service = :policeService and key = :key";

  /** A post that was refused used no key. */
  private static final String RELEASE =
      """
      delete from idempotency_key
      where police_service = :policeService and key = :key and digest = :digest""";

  private final EntityManager entities;

  IdempotencyKeys(EntityManager entities) {
    this.entities = entities;
  }

  /** Whether this key is new, or was used for the same content. */
  public boolean fits(PoliceService policeService, Digest key, Digest content, Instant at) {
    int claimed =
        entities
            .createNativeQuery(CLAIM)
            .setParameter("policeService", policeService.code())
            .setParameter("jurisdiction", policeService.jurisdiction())
            .setParameter("key", key.bytes())
            .setParameter("digest", content.bytes())
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (claimed == 1) {
      return true;
    }
    Object known =
        entities
            .createNativeQuery(FIND, byte[].class)
            .setParameter("policeService", policeService.code())
            .setParameter("key", key.bytes())
            .getSingleResult();
    return Digest.of((byte[]) known).equals(content);
  }

  /** Takes a key back from a post that was refused while its neighbours in a batch were taken. */
  public void release(PoliceService policeService, Digest key, Digest content) {
    entities
        .createNativeQuery(RELEASE)
        .setParameter("policeService", policeService.code())
        .setParameter("key", key.bytes())
        .setParameter("digest", content.bytes())
        .executeUpdate();
  }
}
