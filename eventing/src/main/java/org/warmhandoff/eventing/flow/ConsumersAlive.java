package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.warmhandoff.eventing.inbox.ConsumerWatch;

/** Alive means that every consumer polls. */
@Liveness
@ApplicationScoped
class ConsumersAlive implements HealthCheck {

  private final ConsumerWatch watch;

  ConsumersAlive(ConsumerWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("consumers poll");
    boolean all = true;
    for (Map.Entry<String, Duration> channel : watch.sinceLastPoll().entrySet()) {
      answer.withData(channel.getKey(), channel.getValue().toSeconds());
      all &= channel.getValue().compareTo(watch.silence()) < 0;
    }
    return answer.status(all).build();
  }
}
