package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who has one thing less in hand after the present transaction: what waits for them is looked at
 * again. That is written last, when the transaction waits for nothing any more that another one,
 * which wants the same rows, may hold.
 */
@ApplicationScoped
class Freed {

  private final Deadlines deadlines;
  private final TransactionSynchronizationRegistry transactions;

  Freed(Deadlines deadlines, TransactionSynchronizationRegistry transactions) {
    this.deadlines = deadlines;
    this.transactions = transactions;
  }

  void tell(Collection<UUID> staff, Instant now) {
    if (staff.isEmpty()) {
      return;
    }
    if (transactions.getResource(Freed.class) instanceof AtEnd atEnd) {
      atEnd.freed.addAll(staff);
      return;
    }
    AtEnd atEnd = new AtEnd(now);
    atEnd.freed.addAll(staff);
    transactions.putResource(Freed.class, atEnd);
    transactions.registerInterposedSynchronization(atEnd);
  }

  private final class AtEnd implements Synchronization {

    private final Set<UUID> freed = new HashSet<>();
    private final Instant now;

    AtEnd(Instant now) {
      this.now = now;
    }

    @Override
    public void beforeCompletion() {
      if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
        deadlines.hasten(freed, now);
      }
    }

    @Override
    public void afterCompletion(int status) {}
  }
}
