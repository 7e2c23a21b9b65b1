package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLTransientConnectionException;
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
  private final Map<UUID, Long> lost = new ConcurrentHashMap<>();

  Moody(Ledger ledger) {
    this.ledger = ledger;
  }

  /** From now on this version of the aggregate fails. */
  public void dislikes(UUID subject, long version) {
    disliked.put(subject, version);
  }

  /** From now on the database is lost whenever this version of the aggregate is handed over. */
  public void loses(UUID subject, long version) {
    lost.put(subject, version);
  }

  /** From now on nothing of it fails. */
  public void likes(UUID subject) {
    disliked.remove(subject);
    lost.remove(subject);
  }

  @Override
  public String consumer() {
    return "moody";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    ledger.write(consumer(), fact);
    Long version = fact.head().version();
    if (version.equals(disliked.get(fact.head().subject()))) {
      throw new IllegalArgumentException("not this one");
    }
    if (version.equals(lost.get(fact.head().subject()))) {
      throw new IllegalStateException(new SQLTransientConnectionException("lost"));
    }
    return Handled.done();
  }
}
