package org.warmhandoff.incident.intake;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every door reads at most 256 kB, but for those that read lines without end: the framework's own
 * limit is theirs.
 */
class BodyLimit {

  /** Just after the framework has set its own limit. */
  private static final int AFTER_THE_FRAMEWORK = 1;

  /** Past this the connection ends; up to it the door itself refuses, in words. */
  private static final long WITHOUT_A_LENGTH = 4L * IncidentResource.LARGEST;

  private static final int TOO_LARGE = 413;

  private final Set<String> streams;

  BodyLimit(@ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.streams =
        Set.of(
            root + "/api/v1/incidents",
            root + "/api/v1/incidents/check",
            root + "/api/v1/incidents/history");
  }

  void register(@Observes Filters filters) {
    filters.register(this::limit, AFTER_THE_FRAMEWORK);
  }

  private void limit(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isStream(context, request)) {
      String length = request.getHeader("Content-Length");
      if (length != null && Long.parseLong(length) > IncidentResource.LARGEST) {
        EarlyRefusal.tell(
            context,
            TOO_LARGE,
            "too-large",
            "The body is larger than this address takes.",
            "at most 256 kB");
        return;
      }
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, WITHOUT_A_LENGTH);
    }
    context.next();
  }

  private boolean isStream(RoutingContext context, HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith(BulkResource.NDJSON)
        && streams.contains(context.normalizedPath());
  }
}
