package org.warmhandoff.incident.admitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.warmhandoff.incident.ApiKeys;

/** Writes down that a key was used, so that nobody has to guess whether it still is. */
@ApplicationScoped
class NoteKeyUse {

  private final ApiKeys keys;

  NoteKeyUse(ApiKeys keys) {
    this.keys = keys;
  }

  /** At most once a minute counts. */
  @Transactional
  public void note(String id, Instant now, String source) {
    keys.noteUse(id, now, source);
  }
}
