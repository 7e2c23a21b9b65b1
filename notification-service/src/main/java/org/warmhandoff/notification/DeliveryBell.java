package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes whoever sends, once what is to be sent is committed; another process looks by itself. */
@ApplicationScoped
public class DeliveryBell {

  private final AfterCommit afterCommit;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  DeliveryBell(AfterCommit afterCommit) {
    this.afterCommit = afterCommit;
  }

  /** Is woken from now on. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  /** Rings once the present transaction has committed. */
  void ring() {
    afterCommit.run(() -> listeners.forEach(Runnable::run));
  }
}
