package org.warmhandoff.notification.delivering;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.warmhandoff.notification.Ears;

/** Our keys to push services, new for each run. Public because Quarkus creates it. */
public final class PushResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    Ears.Pair ours = Ears.pair();
    return Map.of(
        "handoff.delivery.allow-private", "true",
        "handoff.delivery.push.public-key", ours.open(),
        "handoff.delivery.push.private-key", ours.secret(),
        "handoff.delivery.push.subject", "mailto:it@example.org",
        "handoff.delivery.confirm-within", "PT3S");
  }

  @Override
  public void stop() {
    // the keys end with the process
  }
}
