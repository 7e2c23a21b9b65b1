package org.warmhandoff.incident.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are sent. Durations are wall-clock time. */
@ConfigMapping(prefix = "handoff.webhooks")
interface WebhookSettings {

  /** Whether endpoints may stand in a private network, and be plain http on this machine. */
  @WithDefault("false")
  boolean allowPrivate();

  /** How long an endpoint may take to answer. */
  @WithDefault("PT15S")
  Duration timeout();

  /** How long an old secret stays valid beside the new one. */
  @WithDefault("PT24H")
  Duration secretGrace();
}
