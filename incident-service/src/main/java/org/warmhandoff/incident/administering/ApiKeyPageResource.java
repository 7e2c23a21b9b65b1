package org.warmhandoff.incident.administering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.KeyMemory;

/** The keys of a police service as an administrator sees them. Plain forms, no script. */
@Path("/police-services/{code}/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMINISTRATOR)
public class ApiKeyPageResource {

  private final MakeApiKey makeApiKey;
  private final RotateApiKey rotateApiKey;
  private final RevokeApiKey revokeApiKey;
  private final ListApiKeys listApiKeys;
  private final KeyMemory memory;
  private final Caller caller;

  ApiKeyPageResource(
      MakeApiKey makeApiKey,
      RotateApiKey rotateApiKey,
      RevokeApiKey revokeApiKey,
      ListApiKeys listApiKeys,
      KeyMemory memory,
      Caller caller) {
    this.makeApiKey = makeApiKey;
    this.rotateApiKey = rotateApiKey;
    this.revokeApiKey = revokeApiKey;
    this.listApiKeys = listApiKeys;
    this.memory = memory;
    this.caller = caller;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance keys(String code, List<ListApiKeys.Listed> keys);

    static native TemplateInstance fresh(String code, FreshKey made);
  }

  @GET
  @Operation(summary = "Page: the keys of a police service, and when they were used")
  public TemplateInstance keys(@PathParam("code") String code) {
    return Templates.keys(
        code, listApiKeys.list(KeyAdministrator.of(caller, code).policeService()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: makes a key, and shows it once")
  public TemplateInstance make(
      @PathParam("code") String code,
      @FormParam("name") @Nullable String name,
      @FormParam("postsPerSecond") @Nullable String postsPerSecond,
      @FormParam("signed") @Nullable String signed) {
    KeyAdministrator administrator = KeyAdministrator.of(caller, code);
    ApiKey.Terms terms = new ApiKey.Terms(name(name), limit(postsPerSecond), signed != null);
    return Templates.fresh(code, makeApiKey.make(code, terms, administrator.name()));
  }

  @POST
  @Path("{id}/rotation")
  @Operation(summary = "Form: replaces a key, and shows the new one once")
  public TemplateInstance rotate(@PathParam("code") String code, @PathParam("id") String id) {
    FreshKey fresh = rotateApiKey.rotate(code, id, KeyAdministrator.of(caller, code).name());
    memory.forget(id);
    return Templates.fresh(code, fresh);
  }

  @POST
  @Path("{id}/revocation")
  @Operation(summary = "Form: revokes a key")
  public Response revoke(
      @PathParam("code") String code, @PathParam("id") String id, @Context UriInfo uri) {
    revokeApiKey.revoke(code, id, KeyAdministrator.of(caller, code).name());
    memory.forget(id);
    return Response.seeOther(
            uri.getBaseUriBuilder().path("police-services").path(code).path("keys").build())
        .build();
  }

  private static String name(@Nullable String name) {
    String stripped = name == null ? "" : name.strip();
    if (stripped.isEmpty() || stripped.length() > ApiKeyResource.LONGEST_NAME) {
      throw Problem.wrong("invalid", "A field is missing or not valid.")
          .at("/name")
          .expected("a name of at most " + ApiKeyResource.LONGEST_NAME + " characters");
    }
    return stripped;
  }

  private static @Nullable Integer limit(@Nullable String postsPerSecond) {
    if (postsPerSecond == null || postsPerSecond.isBlank()) {
      return null;
    }
    try {
      int limit = Integer.parseInt(postsPerSecond.strip());
      if (limit >= 1 && limit <= ApiKeyResource.FASTEST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, like a number that is too small or too large.
    }
    throw Problem.wrong("invalid", "A field is missing or not valid.")
        .at("/postsPerSecond")
        .expected("a whole number from 1 to " + ApiKeyResource.FASTEST + ", or nothing");
  }
}
