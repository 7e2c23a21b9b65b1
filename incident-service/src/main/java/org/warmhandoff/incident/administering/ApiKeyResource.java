package org.warmhandoff.incident.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.ApiKey;

/** Where an administrator gives keys to systems that cannot fetch a token. */
@Path("/api/v1/police-services/{code}/keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {

  private final MakeApiKey makeApiKey;
  private final RotateApiKey rotateApiKey;
  private final RevokeApiKey revokeApiKey;
  private final ListApiKeys listApiKeys;
  private final Caller caller;

  ApiKeyResource(
      MakeApiKey makeApiKey,
      RotateApiKey rotateApiKey,
      RevokeApiKey revokeApiKey,
      ListApiKeys listApiKeys,
      Caller caller) {
    this.makeApiKey = makeApiKey;
    this.rotateApiKey = rotateApiKey;
    this.revokeApiKey = revokeApiKey;
    this.listApiKeys = listApiKeys;
    this.caller = caller;
  }

  /**
   * A key that is wanted.
   *
   * @param name what it is known by, such as the system's; no person's
   * @param postsPerSecond a limit of its own, within its police service's
   * @param signed whether its requests must be signed
   */
  public record Wanted(
      @NotBlank @Size(max = ApiKey.Terms.LONGEST_NAME) String name,
      @Nullable @Min(1) @Max(ApiKey.Terms.FASTEST) Integer postsPerSecond,
      boolean signed) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ADMINISTRATOR, Role.POLICE_ADMINISTRATOR})
  @Operation(
      summary = "Make a key for a system that cannot fetch a token",
      description =
          "The key, and the secret its requests are signed with where they must be, are in this"
              + " answer and never again.")
  @APIResponseSchema(value = FreshKey.class, responseCode = "201")
  public Response make(@PathParam("code") String code, @NotNull @Valid Wanted wanted) {
    KeyAdministrator administrator = KeyAdministrator.of(caller, code);
    return fresh(
        makeApiKey.make(
            code,
            ApiKey.Terms.of(wanted.name(), wanted.postsPerSecond(), wanted.signed()),
            administrator.name()));
  }

  @GET
  @RolesAllowed({Role.ADMINISTRATOR, Role.POLICE_ADMINISTRATOR})
  @Operation(summary = "The keys of a police service with their last use, never themselves")
  public List<ListApiKeys.Listed> list(@PathParam("code") String code) {
    KeyAdministrator.of(caller, code);
    return listApiKeys.list(code).keys();
  }

  @POST
  @Path("{id}/rotation")
  @RolesAllowed({Role.ADMINISTRATOR, Role.POLICE_ADMINISTRATOR})
  @Operation(
      summary = "Replace a key; the old one opens for 24 hours more",
      description = "The new key is in this answer and never again.")
  @APIResponseSchema(value = FreshKey.class, responseCode = "201")
  public Response rotate(@PathParam("code") String code, @PathParam("id") String id) {
    return fresh(rotateApiKey.rotate(code, id, KeyAdministrator.of(caller, code).name()));
  }

  @POST
  @Path("{id}/revocation")
  @RolesAllowed({Role.ADMINISTRATOR, Role.POLICE_ADMINISTRATOR})
  @Operation(summary = "Revoke a key at once; doing it again changes nothing")
  public void revoke(@PathParam("code") String code, @PathParam("id") String id) {
    revokeApiKey.revoke(code, id, KeyAdministrator.of(caller, code).name());
  }

  private static Response fresh(FreshKey key) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(key)
        .build();
  }
}
