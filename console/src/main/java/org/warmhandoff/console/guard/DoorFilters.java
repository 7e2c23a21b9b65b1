package org.warmhandoff.console.guard;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.console.problem.ProblemBody;

/** What every request passes on its way in and every answer on its way out. */
class DoorFilters {

  private static final String API = "/api/";

  /**
   * No outside resource, no inline script or style, no frame: a page a victim may see must not call
   * home, and a form must not be sent elsewhere (the identity provider apart, which login redirects
   * to).
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final URI frontDoor;

  DoorFilters(@ConfigProperty(name = "handoff.front-door") URI frontDoor) {
    this.frontDoor = frontDoor;
  }

  /**
   * A form that another site posts with the user's cookie is refused. Browsers say where a request
   * comes from (Fetch Metadata); those too old for that send Origin.
   *
   * @throws Problem 403
   */
  @ServerRequestFilter
  void sameSiteOnly(ContainerRequestContext request) {
    boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    boolean bearer = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    if (!changes || bearer || request.getUriInfo().getPath().startsWith(API)) {
      return;
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    boolean sameSite =
        site != null
            ? site.equals("same-origin")
            : isOwn(request.getHeaderString("Origin"), request.getUriInfo().getRequestUri());
    if (!sameSite) {
      throw Problem.forbidden("other-site", "This form was not sent from one of our pages.");
    }
  }

  private boolean isOwn(@Nullable String origin, URI request) {
    if (origin == null) {
      return false;
    }
    return origin.equals(originOf(frontDoor)) || origin.equals(originOf(request));
  }

  private static String originOf(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /**
   * Security headers on every answer; a problem as body where the framework refused in its own
   * words.
   */
  @ServerResponseFilter
  void dress(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    boolean api = request.getUriInfo().getPath().startsWith(API);
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Referrer-Policy", "same-origin");
    headers.putSingle("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(api ? "no-cache" : "no-store"));
    if (api && response.getStatus() >= 400 && !(response.getEntity() instanceof ProblemBody)) {
      response.setEntity(
          ProblemBody.ofStatus(response.getStatus()),
          null,
          MediaType.valueOf(ProblemBody.MEDIA_TYPE));
    }
  }
}
