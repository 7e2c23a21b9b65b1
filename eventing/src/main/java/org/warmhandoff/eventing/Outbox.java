package org.warmhandoff.eventing;

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
}
