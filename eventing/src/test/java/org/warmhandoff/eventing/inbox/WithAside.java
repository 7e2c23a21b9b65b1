package org.warmhandoff.eventing.inbox;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.sample.Moody;

/** What tests of the repair of one aggregate's records have in common. */
abstract class WithAside {

  @Inject Inbox inbox;
  @Inject Moody moody;
  @Inject Repair repair;
  @Inject Ward ward;

  final Facts facts = new Facts();
  Aside aside;

  @BeforeEach
  void look() {
    aside = new Aside(moody.consumer(), ward, facts);
  }
}
