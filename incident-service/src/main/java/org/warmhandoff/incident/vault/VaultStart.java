package org.warmhandoff.incident.vault;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Opens the vault when the service starts. */
class VaultStart {

  void open(@Observes StartupEvent start, PrepareVault prepareVault) {
    prepareVault.prepare();
  }
}
