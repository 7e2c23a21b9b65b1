package org.warmhandoff.eventing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.inbox.InboxMeters.What;

/**
 * Takes batches. A failure that passes by itself is waited for; any other is narrowed down by
 * halving the batch until one record is left. Only if that one fails again on a database that
 * answers is it set aside.
 */
@ApplicationScoped
class BatchInbox implements Inbox {

  private static final Logger LOG = Logger.getLogger(BatchInbox.class);

  private final Transactions transactions;
  private final WaitingRoom waitingRoom;
  private final InboxMeters meters;

  BatchInbox(Transactions transactions, WaitingRoom waitingRoom, InboxMeters meters) {
    this.transactions = transactions;
    this.waitingRoom = waitingRoom;
    this.meters = meters;
  }

  @Override
  public void take(Handler handler, ConsumerRecords<String, byte[]> batch) {
    List<Arrival> arrivals = new ArrayList<>(batch.count());
    batch.forEach(record -> arrivals.add(Letter.of(record).open()));
    if (!arrivals.isEmpty()) {
      try (InboxMeters.InWork inWork = meters.inWork(handler.consumer())) {
        settle(handler, arrivals);
      }
      waitingRoom.ring();
    }
  }

  private void settle(Handler handler, List<Arrival> arrivals) {
    Trial trial = new Trial(handler.consumer(), transactions);
    while (true) {
      try {
        if (transactions.run(handler, taking -> taking.batch(arrivals))) {
          waitingRoom.expectSomebody();
        }
        return;
      } catch (Transactions.Stopped e) {
        throw e;
      } catch (RuntimeException e) {
        switch (trial.judge(e, arrivals.size())) {
          case AGAIN -> {}
          case HALVE -> {
            meters.count(handler.consumer(), What.BISECTED, 1);
            int half = arrivals.size() / 2;
            settle(handler, arrivals.subList(0, half));
            settle(handler, arrivals.subList(half, arrivals.size()));
            return;
          }
          case SET_ASIDE -> {
            Arrival poisoned = arrivals.getFirst();
            Letter letter = poisoned.letter();
            LOG.errorf(
                "%s: %s-%d@%d is set aside (%s)",
                handler.consumer(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                Failures.reason(e));
            trial.persist(
                () -> transactions.setAside(handler.consumer(), poisoned, Failures.reason(e)));
            return;
          }
        }
      }
    }
  }
}
