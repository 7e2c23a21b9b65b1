package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes whoever sends, once what is to be sent is committed; another process looks by itself. */
@ApplicationScoped
public class DeliveryBell {

  private final TransactionSynchronizationRegistry transactions;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  DeliveryBell(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /** Is woken from now on. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  /** Rings once the present transaction has committed. */
  void ring() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              listeners.forEach(Runnable::run);
            }
          }
        });
  }
}
