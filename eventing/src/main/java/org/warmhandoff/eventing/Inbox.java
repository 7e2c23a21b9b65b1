package org.warmhandoff.eventing;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Takes facts from Kafka, each with its effect exactly once, in one transaction per batch. */
public interface Inbox {

  /**
   * Hands the batch to the handler and returns when every record was handled, parked or set aside,
   * and that is committed. As long as the database is away it does not return; it throws only at
   * shutdown, so that the offsets stay where they are.
   */
  void take(Handler handler, ConsumerRecords<String, byte[]> batch);
}
