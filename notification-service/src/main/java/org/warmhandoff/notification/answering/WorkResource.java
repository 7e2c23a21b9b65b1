package org.warmhandoff.notification.answering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** What waits in the programs a worker is on duty for, and taking it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class WorkResource {

  private final ListWork listWork;
  private final TakeWork takeWork;
  private final Caller caller;

  WorkResource(ListWork listWork, TakeWork takeWork, Caller caller) {
    this.listWork = listWork;
    this.takeWork = takeWork;
    this.caller = caller;
  }

  /** What the caller could take, the most urgent first; fifty at most. */
  @GET
  @Path("/work")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public List<WaitingHelp> list() {
    return listWork.list(caller.staff());
  }

  /** Takes what waits, as if it had been offered and accepted. */
  @POST
  @Path("/assignments/{id}/taking")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public void take(UUID id) {
    takeWork.take(id, caller.staff());
  }
}
