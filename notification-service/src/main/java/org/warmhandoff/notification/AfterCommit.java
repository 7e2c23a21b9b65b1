package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.IntConsumer;

/** What is to be said only once it is so: after the present transaction has committed. */
@ApplicationScoped
class AfterCommit {

  private final TransactionSynchronizationRegistry transactions;

  AfterCommit(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /** Runs it then, on the same thread; it must be quick, and nobody hears of its failure. */
  void run(Runnable task) {
    after(
        status -> {
          if (status == Status.STATUS_COMMITTED) {
            task.run();
          }
        });
  }

  /** The same however the transaction ends. */
  void whenOver(Runnable task) {
    after(status -> task.run());
  }

  private void after(IntConsumer task) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            task.accept(status);
          }
        });
  }
}
