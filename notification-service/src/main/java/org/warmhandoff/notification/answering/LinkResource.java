package org.warmhandoff.notification.answering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
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
    UriBuilder duty = uri.getBaseUriBuilder().path("duty");
    openLink.open(link, caller.staff()).ifPresent(help -> duty.path(help.toString()));
    return Response.seeOther(duty.build()).build();
  }
}
