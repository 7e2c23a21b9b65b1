package org.warmhandoff.incident.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.BlindIndex;

/** Has the vault's own key ready before the first request. */
@ApplicationScoped
class PrepareVault {

  private final BlindIndex index;

  PrepareVault(BlindIndex index) {
    this.index = index;
  }

  /** Makes the key at the very first start, reads it at every start. */
  @Transactional
  public void prepare() {
    index.prepare();
  }
}
