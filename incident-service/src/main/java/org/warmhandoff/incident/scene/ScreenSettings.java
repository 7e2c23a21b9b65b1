package org.warmhandoff.incident.scene;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import org.warmhandoff.incident.RiskScreen.Cuts;

/**
 * {@code handoff.screens.*}: from which score on a tool hurries, where its own bands are licensed
 * and not shipped. An installation that has settled nothing is not hurried by such a number.
 */
@ConfigMapping(prefix = "handoff.screens")
interface ScreenSettings {

  Bands odara();

  /** Lowest scores, each optional. */
  interface Bands {
    Optional<Integer> raisedFrom();

    Optional<Integer> highFrom();

    default Cuts cuts() {
      return new Cuts(raisedFrom().orElse(null), highFrom().orElse(null));
    }
  }
}
