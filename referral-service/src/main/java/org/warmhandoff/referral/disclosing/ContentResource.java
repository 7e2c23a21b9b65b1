package org.warmhandoff.referral.disclosing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** The address every offered referral carries as its {@code dataref}. */
@Path("/api/v1/referrals/{id}/content")
@Produces(MediaType.APPLICATION_JSON)
class ContentResource {

  private final ReadContent readContent;
  private final Caller caller;

  ContentResource(ReadContent readContent, Caller caller) {
    this.readContent = readContent;
    this.caller = caller;
  }

  /** Reads the content; consent is checked at this moment and the read is registered. */
  @GET
  @RolesAllowed(Role.AGENCY)
  @APIResponseSchema(value = Content.class, responseCode = "200")
  @APIResponse(responseCode = "410", description = "withdrawn, erased or over")
  public Response read(@PathParam("id") UUID id) {
    Content content = readContent.read(id, caller.agency(), caller.userName());
    return Response.ok(content).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
