package org.warmhandoff.incident.webhooks;

import java.time.Instant;
import java.util.List;
import org.warmhandoff.incident.WebhookDeliveries.Claimed;
import org.warmhandoff.outbound.WebhookSecret;

/**
 * A message ready to be sent.
 *
 * @param body JSON, as it is signed
 */
record Outgoing(Claimed claimed, String url, List<WebhookSecret> secrets, String body) {

  Outgoing {
    secrets = List.copyOf(secrets);
  }

  /** The message's id at every attempt, and at every replay. */
  String id() {
    return "msg_" + claimed.id().toString().replace("-", "");
  }

  Instant sentAt() {
    return claimed.sentAt();
  }

  @Override
  public String toString() {
    return "Outgoing[" + id() + "]";
  }
}
