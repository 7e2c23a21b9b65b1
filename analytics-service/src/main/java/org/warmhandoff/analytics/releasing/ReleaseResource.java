package org.warmhandoff.analytics.releasing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;
import org.warmhandoff.contracts.Role;

/** Releases: what can be asked, and closing another by hand. */
@Path("api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleaseResource {

  private final CloseRelease closeRelease;
  private final ListReleases listReleases;

  ReleaseResource(CloseRelease closeRelease, ListReleases listReleases) {
    this.closeRelease = closeRelease;
    this.listReleases = listReleases;
  }

  /** The closed releases, latest first. */
  @GET
  @RolesAllowed({Role.ANALYST, Role.ADMINISTRATOR, Role.OPERATOR})
  public List<ReleaseStamp> list() {
    return listReleases.latestFirst();
  }

  /** Closes a release now. */
  @POST
  @ResponseStatus(201)
  @RolesAllowed(Role.ADMINISTRATOR)
  public ReleaseStamp close() {
    return closeRelease.now();
  }
}
