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

  /** What is too old is refused for its age, and need not be known. */
  private static final String FORGET = "delete from signed_request where known_until < :now";

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
  public boolean claim(KnownKey key, SignedMessage message) {
    return entities
            .createNativeQuery(CLAIM)
            .setParameter("line", key.line())
            .setParameter("digest", message.identity())
            .setParameter("policeService", key.policeService())
            .setParameter("jurisdiction", key.jurisdiction())
            .setParameter("until", message.knownUntil().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** Drops what is too old. */
  public void forget(Instant now) {
    entities
        .createNativeQuery(FORGET)
        .setParameter("now", now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
