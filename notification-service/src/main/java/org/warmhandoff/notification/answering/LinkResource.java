package org.warmhandoff.notification.answering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** Where a link in a notice leads, once its reader has signed in. */
@Path("/go/{link}")
public class LinkResource {

  private final OpenLink openLink;
  private final Caller caller;

  LinkResource(OpenLink openLink, Caller caller) {
    this.openLink = openLink;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Page: the one a notice is about, the first time; then what calls on me now")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response go(String link, @Context UriInfo uri) {
    UriBuilder page = uri.getBaseUriBuilder();
    URI leads =
        openLink
            .open(link, caller.staff())
            .map(
                opened ->
                    opened.alert()
                        ? page.path("alerts").build()
                        : page.path("duty").path(opened.assignment().toString()).build())
            .orElseGet(() -> page.path("duty").build());
    return Response.seeOther(leads).build();
  }
}
