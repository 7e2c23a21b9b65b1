package org.warmhandoff.incident.intake;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** {@code handoff.intake.*}: the codes of this installation, the only ones that are ever told. */
@ConfigMapping(prefix = "handoff.intake")
interface IntakeSettings {

  /** Types of incidents; a police service's own domestic types are known besides. */
  Set<String> types();

  Set<String> placeKinds();

  /** Municipalities and other areas that are known by name. */
  Optional<Set<String>> municipalities();

  /** Kinds of areas that are known by number. */
  Set<String> numberedAreas();
}
