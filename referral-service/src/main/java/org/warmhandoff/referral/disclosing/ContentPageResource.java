package org.warmhandoff.referral.disclosing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** The content as intake staff of an agency read it; the same check and the same register. */
@Path("/inbox/{id}/content")
@Produces(MediaType.TEXT_HTML)
class ContentPageResource {

  private final ReadContent readContent;
  private final Caller caller;
  private final String root;

  ContentPageResource(
      ReadContent readContent,
      Caller caller,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.readContent = readContent;
    this.caller = caller;
    this.root = root;
  }

  @CheckedTemplate(basePath = "inbox")
  static class Templates {

    private Templates() {}

    static native TemplateInstance content(String root, Content content);
  }

  @GET
  @RolesAllowed(Role.AGENCY)
  public TemplateInstance page(@PathParam("id") UUID id) {
    return Templates.content(root, readContent.read(id, caller.agency(), caller.userName()));
  }
}
