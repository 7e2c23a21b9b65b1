package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.ApiKeyAct.Act;
import org.warmhandoff.incident.ApiKeyActs;
import org.warmhandoff.incident.ApiKeys;
import org.warmhandoff.incident.KeyMemory;
import org.warmhandoff.incident.KeyState;

/** Takes a key back: this one, and none that it replaced or was replaced by. */
@ApplicationScoped
class RevokeApiKey {

  private final ApiKeys keys;
  private final ApiKeyActs acts;
  private final Event<KeyMemory.Changed> changed;
  private final InstantSource clock;

  RevokeApiKey(
      ApiKeys keys, ApiKeyActs acts, Event<KeyMemory.Changed> changed, InstantSource clock) {
    this.keys = keys;
    this.acts = acts;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Takes it back; doing it again changes nothing.
   *
   * @throws Problem 404
   */
  @Transactional
  public void revoke(String policeService, String id, String by) {
    ApiKey key = keys.locked(policeService, id).orElseThrow(KeyAdministrator::noSuchKey);
    Instant now = clock.instant();
    if (key.state() instanceof KeyState.Standing standing) {
      key.become(standing.revoked(now));
      acts.note(key, Act.REVOKED, by, now);
      changed.fire(new KeyMemory.Changed(id));
    }
  }
}
