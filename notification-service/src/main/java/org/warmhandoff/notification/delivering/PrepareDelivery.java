package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.DeliveryQueue.Claimed;
import org.warmhandoff.notification.DeliveryReplies;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** Opens the address and finds the words; empty where the channel was taken away meanwhile. */
@ApplicationScoped
class PrepareDelivery {

  private final Contacts contacts;
  private final DeliveryReplies replies;
  private final Workers workers;
  private final DeliverySettings settings;

  PrepareDelivery(
      Contacts contacts, DeliveryReplies replies, Workers workers, DeliverySettings settings) {
    this.contacts = contacts;
    this.replies = replies;
    this.workers = workers;
    this.settings = settings;
  }

  @Transactional
  public Optional<Outgoing> ready(Claimed claimed) {
    List<String> languages =
        workers.findByIdOptional(claimed.staff()).map(WorkerRow::languages).orElse(List.of());
    return contacts
        .address(claimed.staff(), claimed.channel())
        .map(
            to ->
                new Outgoing(
                    claimed.id(),
                    claimed.kind(),
                    to,
                    Wording.of(
                        claimed.notice(), languages, replies.marks(claimed), settings.pages())));
  }
}
