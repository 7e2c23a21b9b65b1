package org.warmhandoff.console.guard;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The API takes bearer tokens only and answers 401; every other path is a page and leads to the
 * login. One identity provider, one client, two manners.
 */
@ApplicationScoped
class ApiTenant implements TenantResolver {

  static final String API = "api";

  @Override
  public @Nullable String resolve(RoutingContext context) {
    return context.normalizedPath().contains("/api/v1/") ? API : null;
  }
}
