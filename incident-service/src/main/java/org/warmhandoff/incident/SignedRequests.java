package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import org.warmhandoff.eventing.OneColumn;

/** Signed requests that were taken, for as long as their time would still be taken. */
@ApplicationScoped
public class SignedRequests {

  /** A request is taken once, also where it comes twice at the same moment. */
  private static final String CLAIM =
      """
      insert into signed_request (line, digest, police_service, jurisdiction, known_until)
      values (:line, :digest, :policeService, :jurisdiction, :until)
      on conflict (line, digest) do nothing""";

  /** What was refused may be sent again. */
  private static final String RELEASE =
      "delete from signed_request where line = :line and digest = :digest";

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

  /** A request whose signature was found right, to be known from when it was taken. */
  public record Claim(KnownKey key, SignedMessage message, byte[] body) {}

  /** The database's wall clock. */
  public Instant wallClock() {
    return OneColumn.of(entities, NOW, "clock_timestamp", Instant.class).getSingleResult();
  }

  /** Whether this is the first time the request comes. */
  public boolean claim(Claim claim) {
    KnownKey key = claim.key();
    return entities
            .createNativeQuery(CLAIM)
            .setParameter("line", key.line())
            .setParameter("digest", claim.message().identity(claim.body()))
            .setParameter("policeService", key.policeService())
            .setParameter("jurisdiction", key.jurisdiction())
            .setParameter("until", claim.message().knownUntil().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** It was refused after all, while its neighbours were taken: it may be sent again. */
  public void release(Claim claim) {
    entities
        .createNativeQuery(RELEASE)
        .setParameter("line", claim.key().line())
        .setParameter("digest", claim.message().identity(claim.body()))
        .executeUpdate();
  }

  /** Whether a request was taken. */
  public boolean knows(KnownKey key, SignedMessage message, byte[] body) {
    return OneColumn.of(entities, KNOWS, "exists", Boolean.class)
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
