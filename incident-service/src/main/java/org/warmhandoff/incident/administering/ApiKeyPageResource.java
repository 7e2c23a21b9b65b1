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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.ApiKey;

/** The keys of a police service as an administrator sees them. Plain forms, no script. */
@Path("/police-services/{code}/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.ADMINISTRATOR, Role.POLICE_ADMINISTRATOR})
public class ApiKeyPageResource {

  /** A page may weigh 100 kB; a key with its acts weighs about one. */
  private static final int MOST = 60;

  private final MakeApiKey makeApiKey;
  private final RotateApiKey rotateApiKey;
  private final RevokeApiKey revokeApiKey;
  private final ListApiKeys listApiKeys;
  private final Caller caller;

  ApiKeyPageResource(
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

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance keys(String code, List<KeyCard> keys, int ended, boolean all);

    static native TemplateInstance fresh(String code, FreshKey made);
  }

  @GET
  @Operation(summary = "Page: the keys of a police service, and when they were used")
  public TemplateInstance keys(
      @PathParam("code") String code, @QueryParam("ended") @Nullable String ended) {
    KeyAdministrator.of(caller, code);
    List<KeyCard> cards = KeyCard.of(listApiKeys.list(code));
    List<KeyCard> shown =
        cards.stream()
            .filter(card -> card.revocable() || ended != null)
            .sorted(Comparator.comparing(card -> !card.revocable()))
            .limit(MOST)
            .toList();
    int others = (int) cards.stream().filter(card -> !card.revocable()).count();
    return Templates.keys(code, shown, others, ended != null);
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
    ApiKey.Terms terms = ApiKey.Terms.of(name, limit(postsPerSecond), signed != null);
    return Templates.fresh(code, makeApiKey.make(code, terms, administrator.name()));
  }

  @POST
  @Path("{id}/rotation")
  @Operation(summary = "Form: replaces a key, and shows the new one once")
  public TemplateInstance rotate(@PathParam("code") String code, @PathParam("id") String id) {
    return Templates.fresh(
        code, rotateApiKey.rotate(code, id, KeyAdministrator.of(caller, code).name()));
  }

  @POST
  @Path("{id}/revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: revokes a key, where that is confirmed")
  public Response revoke(
      @PathParam("code") String code,
      @PathParam("id") String id,
      @FormParam("sure") @Nullable String sure,
      @Context UriInfo uri) {
    KeyAdministrator administrator = KeyAdministrator.of(caller, code);
    if (sure == null) {
      throw Problem.wrong("not-confirmed", "A key that is revoked never opens again.")
          .at("/sure")
          .expected("the box ticked");
    }
    revokeApiKey.revoke(code, id, administrator.name());
    return Response.seeOther(
            uri.getBaseUriBuilder().path("police-services").path(code).path("keys").build())
        .build();
  }

  private static @Nullable Integer limit(@Nullable String postsPerSecond) {
    try {
      return postsPerSecond == null || postsPerSecond.isBlank()
          ? null
          : Integer.valueOf(postsPerSecond.strip());
    } catch (NumberFormatException notANumber) {
      throw ApiKey.Terms.wrongLimit();
    }
  }
}
