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
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookDeliveries.Claimed;
import org.warmhandoff.incident.WebhookEndpoints;

/** Takes the message that has been due longest, for as long as an attempt can last. */
@ApplicationScoped
class ClaimMessage {

  /** Of one endpoint: one that hangs must leave senders to the others. */
  private static final int AT_ONCE = 4;

  /** After the attempt's own time: to store what became of it. */
  private static final Duration TO_RECORD = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebhookDeliveries deliveries;
  private final WebhookEndpoints endpoints;
  private final Advisories advisories;
  private final InstantSource clock;
  private final WebhookSettings settings;
  private final Duration liveFor;

  ClaimMessage(
      WebhookDeliveries deliveries,
      WebhookEndpoints endpoints,
      Advisories advisories,
      InstantSource clock,
      WebhookSettings settings,
      @ConfigProperty(name = "handoff.advisories.live-for") Duration liveFor) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.advisories = advisories;
    this.clock = clock;
    this.settings = settings;
    this.liveFor = liveFor;
  }

  /** Empty where nothing is due. */
  @Transactional
  public Optional<Outgoing> claim() {
    return deliveries.claim(settings.timeout().plus(TO_RECORD), AT_ONCE).map(this::ready);
  }

  private Outgoing ready(Claimed claimed) {
    WebhookEndpoints.Target target = endpoints.target(claimed.endpoint());
    Advisory advisory =
        advisories.of(claimed.policeService(), claimed.advisory()).orElseThrow().advisory();
    return new Outgoing(claimed, target.url(), target.secrets(), body(claimed, advisory));
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
    if (advisory.mode() == Mode.TEST) {
      return "test";
    }
    if (claimed.replay()) {
      return "replay";
    }
    return advisory.isLate(clock.instant(), liveFor) ? "late" : "live";
  }
}
