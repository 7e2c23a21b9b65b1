package org.warmhandoff.eventing;

import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.Event;

/** Where a use case tells what happened; told in the same transaction, or not at all. */
public interface Outbox {

  /**
   * Appends the event to the outbox, to be published after the commit. Lock the aggregate's row
   * first ({@code PESSIMISTIC_WRITE}), so that its events are numbered in the order they commit.
   *
   * @return the event's id
   * @throws jakarta.transaction.TransactionalException where no transaction is open
   */
  UUID tell(Subject subject, Event event);

  /**
   * An event to be told, and those it causes.
   *
   * @param consequences told after it, each as caused by it
   */
  record Telling(Subject subject, Event event, List<Telling> consequences) {
    public Telling {
      consequences = List.copyOf(consequences);
    }
  }

  /**
   * Appends many events at once, in this order; the rules of {@link #tell} hold for each.
   *
   * @throws jakarta.transaction.TransactionalException where no transaction is open
   */
  default void tellAll(List<Telling> tellings) {
    for (Telling one : tellings) {
      UUID told = tell(one.subject(), one.event());
      tellAll(
          one.consequences().stream()
              .map(
                  next ->
                      new Telling(next.subject().causedBy(told), next.event(), next.consequences()))
              .toList());
    }
  }
}
