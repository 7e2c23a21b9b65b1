package org.warmhandoff.incident.scene;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** The registry of risk screens. */
@Path("/api/v1/screens")
@RolesAllowed(Role.OFFICER)
@Produces(MediaType.APPLICATION_JSON)
public class ScreenToolResource {

  private final ListTools listTools;
  private final Caller caller;

  ScreenToolResource(ListTools listTools, Caller caller) {
    this.listTools = listTools;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The registry of risk screens: codes, no wording")
  public List<ToolView> tools() {
    return listTools.list(Officer.of(caller));
  }
}
