package org.warmhandoff.incident.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** The page an assigned worker finds contact data on, and the only one that shows any. */
@Path("/contact/{incident}")
@Produces(MediaType.TEXT_HTML)
public class ContactResource {

  private final ReadContact readContact;
  private final Caller caller;

  ContactResource(ReadContact readContact, Caller caller) {
    this.readContact = readContact;
    this.caller = caller;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance contact(ContactCard card);
  }

  @GET
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  @Operation(summary = "Page: contact data for the worker who is assigned now; recorded")
  public TemplateInstance contact(@PathParam("incident") UUID incident) {
    return Templates.contact(
        readContact.read(
            incident,
            new ReadContact.Worker(
                caller.staff(), caller.has(Role.SOCIAL_WORKER), caller.has(Role.OUTREACH_WORKER))));
  }
}
