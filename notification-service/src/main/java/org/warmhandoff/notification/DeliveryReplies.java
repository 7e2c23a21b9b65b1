package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.DeliveryQueue.Claimed;

/** What a notice is answered with from a telephone: by its code, or by opening its link. */
@ApplicationScoped
public class DeliveryReplies {

  private final EntityManager database;

  DeliveryReplies(EntityManager database) {
    this.database = database;
  }

  /**
   * What stands in a message.
   *
   * @param code to reply with; null where a notice takes no reply
   * @param link the last part of a link that opens the page once, after a login
   */
  public record Marks(@Nullable String code, String link) {}

  /** The marks of a notice, the same at every attempt. */
  public Marks marks(Claimed claimed) {
    boolean replies = claimed.notice().equals("page") && claimed.kind().equals("sms");
    database
        // Short enough to type on a telephone, and never the same twice for one worker.
        .createNativeQuery(
            "update delivery d set link = replace(gen_random_uuid()::text, '-', ''),"
                + " code = case when :replies then (select made.code from (select"
                + " (1000 + floor(random() * 9000))::int::text as code from"
                + " generate_series(1, 50)) made where not exists (select 1 from delivery o"
                + " where o.staff = d.staff and o.code = made.code) limit 1) end"
                + " where d.id = :id and d.link is null")
        .setParameter("replies", replies)
        .setParameter("id", claimed.id())
        .executeUpdate();
    Object[] row =
        (Object[])
            database
                // A message sent again says what it said before.
                .createNativeQuery("select code, link from delivery where id = :id")
                .setParameter("id", claimed.id())
                .getSingleResult();
    return new Marks((String) row[0], (String) row[1]);
  }

  /**
   * A notice that carried a code.
   *
   * @param open whether its page still waits for an answer
   * @param theirs whether they said yes to it, and have it in hand
   */
  public record Coded(UUID assignment, UUID staff, UUID channel, boolean open, boolean theirs) {}

  /** Whoever was sent this code; which of them replies is told by their number. */
  @SuppressWarnings("unchecked")
  public List<Coded> with(String code) {
    List<Object[]> rows =
        database
            // A reply meets the page it was sent for, and no later one of the same worker.
            .createNativeQuery(
                "select d.assignment, d.staff, d.channel, exists (select 1 from page p where"
                    + " p.assignment = d.assignment and p.attempt = d.attempt"
                    + " and p.staff = d.staff and p.ended_at is null) as open,"
                    + " exists (select 1 from hold h where h.assignment = d.assignment"
                    + " and h.staff = d.staff and not h.paged) as theirs"
                    + " from delivery d where d.code = :code")
            .setParameter("code", code)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Coded(
                    (UUID) row[0],
                    (UUID) row[1],
                    (UUID) row[2],
                    (Boolean) row[3],
                    (Boolean) row[4]))
        .toList();
  }

  /**
   * Where a link leads.
   *
   * @param alert whether it is about an alert of that assignment
   */
  public record Opened(UUID assignment, boolean alert) {}

  /** What a link opens, for whom it was sent to, once and while its notice is news. */
  public Optional<Opened> open(String link, UUID staff, Instant now) {
    @SuppressWarnings("unchecked")
    List<Object[]> opened =
        database
            // A link that is read over a shoulder, or found in a history, opens nothing.
            .createNativeQuery(
                "update delivery set link_used_at = clock_timestamp() where link = :link"
                    + " and staff = :staff and link_used_at is null and good_until > :now"
                    + " returning assignment, notice = 'alert'")
            .setParameter("link", link)
            .setParameter("staff", staff)
            .setParameter("now", now)
            .getResultList();
    return opened.stream().findFirst().map(row -> new Opened((UUID) row[0], (Boolean) row[1]));
  }
}
