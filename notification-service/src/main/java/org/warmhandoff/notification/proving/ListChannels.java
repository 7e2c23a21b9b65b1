package org.warmhandoff.notification.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.OwnChannel;
import org.warmhandoff.notification.OwnChannels;

/** Lists where a member of staff is called outside the app. */
@ApplicationScoped
class ListChannels {

  private final OwnChannels own;

  ListChannels(OwnChannels own) {
    this.own = own;
  }

  @Transactional
  public List<OwnChannel> list(UUID staff) {
    return own.of(staff);
  }
}
