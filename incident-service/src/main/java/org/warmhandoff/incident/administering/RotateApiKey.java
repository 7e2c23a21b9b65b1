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

/** Replaces a key by a new one; the old one opens for a day more. */
@ApplicationScoped
class RotateApiKey {

  private final ApiKeys keys;
  private final ApiKeyActs acts;
  private final KeyMaker maker;
  private final Event<KeyMemory.Changed> changed;
  private final InstantSource clock;

  RotateApiKey(
      ApiKeys keys,
      ApiKeyActs acts,
      KeyMaker maker,
      Event<KeyMemory.Changed> changed,
      InstantSource clock) {
    this.keys = keys;
    this.acts = acts;
    this.maker = maker;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Replaces it.
   *
   * @throws Problem 404, or 409 where it was replaced or revoked before
   */
  @Transactional
  public FreshKey rotate(String policeService, String id, String by) {
    ApiKey key = keys.locked(policeService, id).orElseThrow(KeyAdministrator::noSuchKey);
    Instant now = clock.instant();
    switch (key.state()) {
      case KeyState.Active active -> key.become(active.replaced(now));
      case KeyState.InGrace replaced ->
          throw Problem.conflict("key-replaced", "This key was replaced before.")
              .expected("the key that took its place");
      case KeyState.Revoked revoked ->
          throw Problem.conflict("key-revoked", "This key was revoked; it has no successor.")
              .expected("a new key");
    }
    acts.note(key, Act.REPLACED, by, now);
    changed.fire(new KeyMemory.Changed(id));
    // Before the new one comes: of one line one key is active.
    keys.flush();
    return maker.successor(key, by, now);
  }
}
