package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.warmhandoff.eventing.OneColumn;

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

  /** The same for many at once, in one order. */
  private static final String CLAIM_ALL =
      """
      insert into idempotency_key (police_service, jurisdiction, key, digest, used_at)
      select police_service, jurisdiction, key, digest, used_at
      from unnest(?, ?, ?, ?, ?)
        with ordinality as row (police_service, jurisdiction, key, digest, used_at, n)
      order by n
      on conflict (police_service, key) do nothing
      returning police_service, key""";

  private final EntityManager entities;

  IdempotencyKeys(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A post's use of a key.
   *
   * @param content digest of what was posted
   */
  public record Use(String policeService, String jurisdiction, Digest key, Digest content) {}

  /**
   * Claims the keys of many posts at once.
   *
   * @param uses each another key
   * @return those whose key was used for other content
   */
  public Set<Use> misfits(List<Use> uses, Instant at) {
    if (uses.isEmpty()) {
      return Set.of();
    }
    List<Use> inOrder =
        uses.stream()
            .sorted(Comparator.comparing(Use::policeService).thenComparing(use -> use.key().hex()))
            .toList();
    Set<String> claimed =
        entities
            .unwrap(Session.class)
            .doReturningWork(connection -> claim(connection, inOrder, at));
    Set<Use> misfits = new HashSet<>();
    for (Use use : inOrder) {
      if (!claimed.contains(use.policeService() + "/" + use.key().hex()) && !stands(use)) {
        misfits.add(use);
      }
    }
    return misfits;
  }

  private static Set<String> claim(Connection connection, List<Use> uses, Instant at)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLAIM_ALL)) {
      new Columns<>(connection, statement, uses)
          .texts(Use::policeService)
          .texts(Use::jurisdiction)
          .bytes(use -> use.key().bytes())
          .bytes(use -> use.content().bytes())
          .instants(use -> at);
      Set<String> claimed = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          claimed.add(row.getString(1) + "/" + Digest.of(row.getBytes(2)).hex());
        }
      }
      return claimed;
    }
  }

  /** Whether this key is new, or was used for the same content. */
  public boolean fits(Use use, Instant at) {
    int claimed =
        entities
            .createNativeQuery(CLAIM)
            .setParameter("policeService", use.policeService())
            .setParameter("jurisdiction", use.jurisdiction())
            .setParameter("key", use.key().bytes())
            .setParameter("digest", use.content().bytes())
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    return claimed == 1 || stands(use);
  }

  private boolean stands(Use use) {
    byte[] known =
        OneColumn.of(entities, FIND, "digest", byte[].class)
            .setParameter("policeService", use.policeService())
            .setParameter("key", use.key().bytes())
            .getSingleResult();
    return Digest.of(known).equals(use.content());
  }

  /** Takes a key back from a post that was refused while its neighbours were taken. */
  public void release(Use use) {
    entities
        .createNativeQuery(RELEASE)
        .setParameter("policeService", use.policeService())
        .setParameter("key", use.key().bytes())
        .setParameter("digest", use.content().bytes())
        .executeUpdate();
  }
}
