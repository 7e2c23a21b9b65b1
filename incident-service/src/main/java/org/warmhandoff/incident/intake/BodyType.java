package org.warmhandoff.incident.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a report is written in is told by its content type, so there must be one: a body without it
 * is taken for JSON, and one whose type is none is refused before the framework trips over it.
 */
class BodyType {

  private static final int AFTER_THE_FRAMEWORK = 2;
  private static final int UNSUPPORTED = 415;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w!#$&^.+-]{1,100}/[\\w!#$&^.+-]{1,100}[ \\t]*(;.{0,300})?");

  private final Set<String> intake;

  BodyType(@ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.intake = Set.of(root + "/api/v1/incidents", root + "/api/v1/incidents/check");
  }

  void register(@Observes Filters filters) {
    filters.register(this::judge, AFTER_THE_FRAMEWORK);
  }

  private void judge(RoutingContext context) {
    if (context.request().method() == HttpMethod.POST
        && intake.contains(context.normalizedPath())) {
      String type = context.request().getHeader("Content-Type");
      if (type == null || type.isBlank()) {
        context.request().headers().set("Content-Type", "application/json");
      } else if (!MEDIA_TYPE.matcher(type.strip()).matches()) {
        EarlyRefusal.tell(
            context,
            UNSUPPORTED,
            "media-type",
            "The Content-Type is no media type.",
            "application/json, or another of the types this address takes");
        return;
      }
    }
    context.next();
  }
}
