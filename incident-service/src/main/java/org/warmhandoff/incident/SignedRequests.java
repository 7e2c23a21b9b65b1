package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/** Signed requests that were taken, for as long as their time would still be taken. */
@ApplicationScoped
public class SignedRequests {

  /** A request is taken once, also where it comes twice at the same moment. */
  private static final String CLAIM =
      """
      insert into signed_request (line, digest, police_service, jurisdiction, known_until)
      values (:line, :digest, :policeService, :jurisdiction, :until)
      on conflict (line, digest) do nothing""";

  /** A late copy is refused before anything is done for it. */
  private static final String KNOWS =
      "select exists (select 1 from signed_request where line = :line and digest = :digest)";

  /**
   * What is too old is refused for its age, and need not be known. Some at a time: the rows of a
   * busy hour must not be held in one transaction.
   */
  private static final String FORGET =
      """
      delete from signed_request where ctid = any(array(
        select ctid from signed_request where known_until < clock_timestamp() limit :most))""";

  /** Senders live by the wall clock, also where business time was moved. */
  private static final String NOW = "select clock_timestamp()";

  private final EntityManager entities;

  SignedRequests(EntityManager entities) {
    this.entities = entities;
  }

  /** The database's wall clock. */
  public Instant wallClock() {
    return (Instant) entities.createNativeQuery(NOW, Instant.class).getSingleResult();
  }

  /** Whether this is the first time the request comes. */
  public boolean claim(KnownKey key, SignedMessage message, byte[] body) {
    return entities
            .createNativeQuery(CLAIM)
            .setParameter("line", key.line())
            .setParameter("digest", message.identity(body))
            .setParameter("policeService", key.policeService())
            .setParameter("jurisdiction", key.jurisdiction())
            .setParameter("until", message.knownUntil().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** Whether a request was taken. */
  public boolean knows(KnownKey key, SignedMessage message, byte[] body) {
    return (Boolean)
        entities
            .createNativeQuery(KNOWS, Boolean.class)
            .setParameter("line", key.line())
            .setParameter("digest", message.identity(body))
            .getSingleResult();
  }

  /**
   * Drops what is too old.
   *
   * @param most at once
   * @return how many were dropped
   */
  public int forget(int most) {
    return entities.createNativeQuery(FORGET).setParameter("most", most).executeUpdate();
  }
}
