package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.DeliveryQueue.Claimed;
import org.warmhandoff.notification.DeliveryReplies;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.Trials;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/**
 * Opens the address and finds the words; empty where the channel was taken away meanwhile, or a
 * code ran out.
 */
@ApplicationScoped
class PrepareDelivery {

  private final Contacts contacts;
  private final DeliveryReplies replies;
  private final Trials trials;
  private final Workers workers;
  private final DeliverySettings settings;

  PrepareDelivery(
      Contacts contacts,
      DeliveryReplies replies,
      Trials trials,
      Workers workers,
      DeliverySettings settings) {
    this.contacts = contacts;
    this.replies = replies;
    this.trials = trials;
    this.workers = workers;
    this.settings = settings;
  }

  @Transactional
  public Optional<Outgoing> ready(Claimed claimed) {
    List<String> languages =
        workers.findByIdOptional(claimed.staff()).map(WorkerRow::languages).orElse(List.of());
    return contacts
        .address(claimed.staff(), claimed.channel())
        .flatMap(
            to ->
                words(claimed, languages)
                    .map(
                        words ->
                            new Outgoing(
                                claimed.id(),
                                claimed.at(),
                                claimed.notice(),
                                claimed.kind(),
                                to,
                                words)));
  }

  private Optional<Outgoing.Words> words(Claimed claimed, List<String> languages) {
    return claimed.notice().equals("code")
        ? trials.code(claimed.channel()).map(code -> Wording.code(languages, code))
        : Optional.of(
            Wording.of(claimed.notice(), languages, replies.marks(claimed), settings.pages()));
  }
}
