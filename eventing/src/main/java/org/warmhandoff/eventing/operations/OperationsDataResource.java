package org.warmhandoff.eventing.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.contracts.Role;

/** The operator's page as data. */
@Path("/api/v1/operations")
public class OperationsDataResource {

  private final ReadOperations readOperations;

  OperationsDataResource(ReadOperations readOperations) {
    this.readOperations = readOperations;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What waits, what is held, what could not be delivered")
  @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR})
  public Operations now() {
    return readOperations.now();
  }
}
