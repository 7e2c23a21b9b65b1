package org.warmhandoff.eventing.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.warmhandoff.contracts.Role;

/** What is under way in this service. */
@Path("/api/v1/flow")
public class FlowResource {

  private final ReadFlow readFlow;

  FlowResource(ReadFlow readFlow) {
    this.readFlow = readFlow;
  }

  /** Counts; no ids. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  public Flow flow() {
    return readFlow.now();
  }
}
