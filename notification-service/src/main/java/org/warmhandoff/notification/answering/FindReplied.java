package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.DeliveryReplies;
import org.warmhandoff.notification.DeliveryReplies.Coded;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** Finds the one page a reply belongs to: by its code, and the number it was sent to. */
@ApplicationScoped
public class FindReplied {

  private final DeliveryReplies replies;
  private final Contacts contacts;
  private final Workers workers;

  FindReplied(DeliveryReplies replies, Contacts contacts, Workers workers) {
    this.replies = replies;
    this.contacts = contacts;
    this.workers = workers;
  }

  /**
   * A page that was replied to.
   *
   * @param languages its worker's
   */
  public record Replied(Coded notice, List<String> languages) {}

  /** Empty where this code never went to this number. */
  @Transactional
  public Optional<Replied> find(String code, String from) {
    return replies.with(code).stream()
        .filter(
            sent -> contacts.address(sent.staff(), sent.channel()).filter(from::equals).isPresent())
        .findFirst()
        .map(
            sent ->
                new Replied(
                    sent,
                    workers
                        .findByIdOptional(sent.staff())
                        .map(WorkerRow::languages)
                        .orElse(List.of())));
  }
}
