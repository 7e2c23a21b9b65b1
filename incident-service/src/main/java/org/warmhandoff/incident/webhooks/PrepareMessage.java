package org.warmhandoff.incident.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Advisories;
import org.warmhandoff.incident.Advisory;
import org.warmhandoff.incident.WebhookDeliveries.Claimed;
import org.warmhandoff.incident.WebhookEndpoints;

/** Makes a message that was claimed ready to be sent: where to, signed with what, saying what. */
@ApplicationScoped
class PrepareMessage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebhookEndpoints endpoints;
  private final Advisories advisories;
  private final InstantSource clock;
  private final Duration liveFor;

  PrepareMessage(
      WebhookEndpoints endpoints,
      Advisories advisories,
      InstantSource clock,
      @ConfigProperty(name = "handoff.advisories.live-for") Duration liveFor) {
    this.endpoints = endpoints;
    this.advisories = advisories;
    this.clock = clock;
    this.liveFor = liveFor;
  }

  /** Empty where its endpoint was removed meanwhile. */
  @Transactional
  public Optional<Outgoing> ready(Claimed claimed) {
    Advisory advisory =
        advisories.of(claimed.policeService(), claimed.advisory()).orElseThrow().advisory();
    return endpoints
        .target(claimed.endpoint())
        .map(
            target ->
                new Outgoing(claimed, target.url(), target.secrets(), body(claimed, advisory)));
  }

  private String body(Claimed claimed, Advisory advisory) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("advisory", advisory.id().toString());
    data.put("incident", advisory.incident().toString());
    data.put("place", claimed.place());
    data.put("mode", mode(claimed, advisory));
    if (advisory.code() != null) {
      data.put("code", advisory.code());
    }
    if (advisory.other() != null) {
      data.put("otherIncident", advisory.other().toString());
    }
    if (advisory.answers() != null) {
      data.put("answers", advisory.answers().toString());
    }
    if (advisory.acknowledgeBy() != null) {
      data.put("acknowledgeBy", advisory.acknowledgeBy().toString());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "advisory." + advisory.type());
    body.put("timestamp", advisory.toldAt().toString());
    body.put("data", data);
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written", e);
    }
  }

  /** Live is said of what happens now alone: never of a drill, a replay, or what comes late. */
  private String mode(Claimed claimed, Advisory advisory) {
    return claimed.replay() && advisory.mode() != Mode.TEST
        ? "replay"
        : advisory.reading(clock.instant(), liveFor);
  }
}
