package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.OneColumn;

/**
 * Codes sent to a channel, so that whoever enters one has shown that the channel is theirs. Times
 * are the wall clock's: a code runs out while business time stands still, too.
 */
@ApplicationScoped
public class Trials {

  /** How long a code may be entered. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** How many codes one person may have sent within an hour. */
  private static final int AN_HOUR = 5;

  private static final int GUESSES = 5;
  private static final int CODES = 1_000_000;

  private final EntityManager database;
  private final DeliveryBell bell;
  private final SecureRandom random = new SecureRandom();

  Trials(EntityManager database, DeliveryBell bell) {
    this.database = database;
    this.bell = bell;
  }

  /** How a code that was entered compares. */
  public enum Entered {
    RIGHT,
    WRONG,
    /** It ran out, was guessed at too often, or none was sent. */
    OVER
  }

  /** How many codes this person had sent within the last hour. */
  private long ofLastHour(UUID staff) {
    return ((Number)
            database
                // Nobody's telephone is made to ring by whoever types its number again and again.
                .createNativeQuery(
                    "select count(*) from channel_trial where staff = :staff"
                        + " and begun_at > clock_timestamp() - interval '1 hour'")
                .setParameter("staff", staff)
                .getSingleResult())
        .longValue();
  }

  /**
   * Refuses another one where there were enough.
   *
   * @throws Problem 409
   */
  public void refuseTooMany(UUID staff) {
    if (ofLastHour(staff) >= AN_HOUR) {
      throw Problem.conflict(
          "enough-codes", "Five codes were sent within an hour. Try again later.");
    }
  }

  /** Sends a code to a channel of their own; an earlier one is good no more. */
  public void begin(UUID staff, UUID contact) {
    end(contact);
    database
        // The code of the last trial is the one that counts.
        .createNativeQuery(
            "insert into channel_trial (id, staff, contact, code, good_until) values"
                + " (gen_random_uuid(), :staff, :contact, :code,"
                + " clock_timestamp() + :seconds * interval '1 second')")
        .setParameter("staff", staff)
        .setParameter("contact", contact)
        .setParameter("code", String.format(Locale.ROOT, "%06d", random.nextInt(CODES)))
        .setParameter("seconds", GOOD_FOR.toSeconds())
        .executeUpdate();
    database
        // It goes out as a page does, whatever happens in between.
        .createNativeQuery(
            "insert into delivery (id, notice, staff, channel, kind, place, state, good_until,"
                + " due_at, police_service, jurisdiction) select gen_random_uuid(), 'code',"
                + " c.staff, c.id, c.kind, 0, 'waiting', 'infinity', clock_timestamp(),"
                + " c.police_service, c.jurisdiction from staff_contact c where c.id = :contact")
        .setParameter("contact", contact)
        .executeUpdate();
    bell.ring();
  }

  private void end(UUID contact) {
    database
        // One code of a channel is good at a time.
        .createNativeQuery(
            "update channel_trial set ended_at = clock_timestamp()"
                + " where contact = :contact and ended_at is null")
        .setParameter("contact", contact)
        .executeUpdate();
  }

  /** The code that is good now, to be sent. */
  public Optional<String> code(UUID contact) {
    return OneColumn.of(
            database,
            // A code that ran out while it waited to be sent is not sent any more.
            "select code from channel_trial where contact = :contact and ended_at is null"
                + " and good_until > clock_timestamp()",
            "code",
            String.class)
        .setParameter("contact", contact)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Compares what was entered; the guess counts whatever it is, and the right one ends it. */
  public Entered enter(UUID staff, UUID contact, String entered) {
    List<String> codes =
        OneColumn.of(
                database,
                // Guesses come one after the other, and there are few.
                "update channel_trial set guesses = guesses + 1 where contact = :contact"
                    + " and staff = :staff and ended_at is null and guesses < :most"
                    + " and good_until > clock_timestamp() returning code",
                "code",
                String.class)
            .setParameter("contact", contact)
            .setParameter("staff", staff)
            .setParameter("most", GUESSES)
            .getResultList();
    if (codes.isEmpty()) {
      return Entered.OVER;
    }
    if (!codes.getFirst().equals(entered)) {
      return Entered.WRONG;
    }
    end(contact);
    return Entered.RIGHT;
  }
}
