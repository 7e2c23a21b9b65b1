package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.notification.DeliveryReplies;

/** Opens a link from a notice: once, for whom it was sent to, and no later than it is news. */
@ApplicationScoped
public class OpenLink {

  private final DeliveryReplies replies;
  private final InstantSource clock;

  OpenLink(DeliveryReplies replies, InstantSource clock) {
    this.replies = replies;
    this.clock = clock;
  }

  /** What it leads to. */
  @Transactional
  public Optional<DeliveryReplies.Opened> open(String link, UUID staff) {
    return replies.open(link, staff, clock.instant());
  }
}
