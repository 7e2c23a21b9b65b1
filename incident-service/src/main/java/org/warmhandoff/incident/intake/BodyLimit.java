package org.warmhandoff.incident.intake;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every door but the history door reads at most 256 kB; the limit the framework knows is the one of
 * the history door, which reads a stream without end.
 */
class BodyLimit {

  /** Just after the framework has set its own limit. */
  private static final int AFTER_THE_FRAMEWORK = 1;

  /** Past this the connection ends; up to it the door itself refuses, in words. */
  private static final long WITHOUT_A_LENGTH = 4L * IncidentResource.LARGEST;

  private static final int TOO_LARGE = 413;

  private final String history;

  BodyLimit(@ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.history = root + "/api/v1/incidents/history";
  }

  void register(@Observes Filters filters) {
    filters.register(this::limit, AFTER_THE_FRAMEWORK);
  }

  private void limit(RoutingContext context) {
    if (!context.normalizedPath().equals(history)) {
      HttpServerRequest request = context.request();
      String length = request.getHeader("Content-Length");
      if (length != null && Long.parseLong(length) > IncidentResource.LARGEST) {
        context
            .response()
            .setStatusCode(TOO_LARGE)
            .putHeader("Content-Type", "application/problem+json")
            .putHeader("Connection", "close")
            .end(
                """
                {"type":"https://warmhandoff.org/problems/too-large",\
                "title":"The body is larger than this address takes.","status":413,\
                "expected":"at most 256 kB"}""");
        return;
      }
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, WITHOUT_A_LENGTH);
    }
    context.next();
  }
}
