package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.ApiKeyAct.Act;
import org.warmhandoff.incident.ApiKeys;
import org.warmhandoff.incident.KeyState;

/** Takes a key back: this one, and none that it replaced or was replaced by. */
@ApplicationScoped
class RevokeApiKey {

  private final ApiKeys keys;
  private final KeyMaker maker;
  private final InstantSource clock;

  RevokeApiKey(ApiKeys keys, KeyMaker maker, InstantSource clock) {
    this.keys = keys;
    this.maker = maker;
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
      maker.record(key, Act.REVOKED, by, now);
    }
  }
}
