package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.notification.Pages;

/** Lists pages nobody answered. */
@ApplicationScoped
public class ListExpired {

  private final Pages pages;

  ListExpired(Pages pages) {
    this.pages = pages;
  }

  @Transactional
  public List<Failed> latest(int limit) {
    return pages.expired(limit);
  }
}
