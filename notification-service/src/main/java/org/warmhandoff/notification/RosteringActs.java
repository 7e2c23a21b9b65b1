package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who changed the rota, when and how; appended only. */
@ApplicationScoped
public class RosteringActs {

  private final EntityManager database;

  RosteringActs(EntityManager database) {
    this.database = database;
  }

  /** What can be done to the rota. */
  public enum Act {
    ROTATION_PUT,
    ROTATION_ENDED,
    SHIFT_PUT,
    SHIFT_CALLED_OFF,
    SHIFT_OFFERED,
    OFFER_WITHDRAWN,
    SHIFT_TAKEN,
    SHIFTS_EXCHANGED,
    SHIFT_OVERRIDDEN,
    LEAVE_ASKED,
    LEAVE_GRANTED,
    LEAVE_REFUSED,
    LEAVE_CALLED_OFF,
    IMPORTED,
    CALENDAR_ADDRESS
  }

  /**
   * Keeps it.
   *
   * @param by the name whoever did it signs in with
   * @param subject the shift, rotation or leave
   * @param reason a code; null where none is asked for
   */
  public void keep(
      String by,
      Act act,
      UUID subject,
      @Nullable UUID before,
      @Nullable UUID after,
      @Nullable String reason,
      Instant now) {
    database
        // Who has a shift, and did not yesterday, is told who saw to it.
        .createNativeQuery(
            "insert into rostering_act (at, by, act, subject, before, after, reason) values"
                + " (:now, :by, :act, :subject, :before, :after, :reason)")
        .setParameter("now", now)
        .setParameter("by", by)
        .setParameter("act", Codes.of(act))
        .setParameter("subject", subject)
        .setParameter("before", before)
        .setParameter("after", after)
        .setParameter("reason", reason)
        .executeUpdate();
  }
}
