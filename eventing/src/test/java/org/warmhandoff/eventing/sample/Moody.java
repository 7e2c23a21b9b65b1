package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;

/** Writes down what it is handed, but for a version it cannot stand. */
@ApplicationScoped
public class Moody implements Handler {

  private final Ledger ledger;
  private final Map<UUID, Long> disliked = new ConcurrentHashMap<>();

  Moody(Ledger ledger) {
    this.ledger = ledger;
  }

  /** From now on this version of the aggregate fails. */
  public void dislikes(UUID subject, long version) {
    disliked.put(subject, version);
  }

  /** From now on nothing of it fails. */
  public void likes(UUID subject) {
    disliked.remove(subject);
  }

  @Override
  public String consumer() {
    return "moody";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    ledger.write(consumer(), fact);
    if (Long.valueOf(fact.head().version()).equals(disliked.get(fact.head().subject()))) {
      throw new IllegalArgumentException("not this one");
    }
    return Handled.done();
  }
}
