package org.warmhandoff.incident.advising;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** The dispatcher's page: what workers ask of police, until somebody says that they know. */
@Path("/advisories")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.DISPATCHER)
public class AdvisoryPageResource {

  private final ListWaiting listWaiting;
  private final AcknowledgeAdvisory acknowledgeAdvisory;
  private final Caller caller;

  AdvisoryPageResource(
      ListWaiting listWaiting, AcknowledgeAdvisory acknowledgeAdvisory, Caller caller) {
    this.listWaiting = listWaiting;
    this.acknowledgeAdvisory = acknowledgeAdvisory;
    this.caller = caller;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance waiting(List<WaitingLine> lines, long more);
  }

  @GET
  @Operation(summary = "Page: what workers ask of this police service")
  @ResponseHeader(name = "Refresh", value = "30")
  public TemplateInstance list() {
    ListWaiting.Waiting waiting = listWaiting.list(caller.policeService(), caller.staff());
    return Templates.waiting(waiting.lines(), waiting.more());
  }

  @POST
  @Path("{id}/acknowledgement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I know of this")
  public Response acknowledge(@PathParam("id") UUID id, @Context UriInfo uri) {
    UUID staff = caller.staff();
    acknowledgeAdvisory.acknowledge(caller.policeService(), id, staff.toString(), staff);
    return Response.seeOther(uri.getBaseUriBuilder().path("advisories").build()).build();
  }
}
