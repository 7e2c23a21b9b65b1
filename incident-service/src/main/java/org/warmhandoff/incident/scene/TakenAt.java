package org.warmhandoff.incident.scene;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/**
 * Tells in the answer's head at which incident a tap was taken, where that is another than the one
 * that was asked for: an incident that was merged is told as the one that goes on for it.
 */
@ApplicationScoped
class TakenAt {

  private final CurrentVertxRequest request;

  TakenAt(CurrentVertxRequest request) {
    this.request = request;
  }

  void tell(UUID goesOn) {
    request
        .getCurrent()
        .response()
        .putHeader(HttpHeaders.CONTENT_LOCATION, "/incident/api/v1/incidents/" + goesOn);
  }
}
