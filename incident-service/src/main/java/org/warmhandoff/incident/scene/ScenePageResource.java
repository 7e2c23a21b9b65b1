package org.warmhandoff.incident.scene;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.Role;

/**
 * The officer's pages: what is open, and three taps for one incident. Plain forms; with its script,
 * what is tapped without a network is kept and sent once.
 */
@Path("/scene")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OFFICER)
public class ScenePageResource {

  private static final int LAST_PAGE = 10_000;

  private final ShowScene showScene;
  private final ListScenes listScenes;
  private final DeclareSceneSafe declareSceneSafe;
  private final RevokeSceneSafety revokeSceneSafety;
  private final AskForWorker askForWorker;
  private final ClearScene clearScene;
  private final Caller caller;

  ScenePageResource(
      ShowScene showScene,
      ListScenes listScenes,
      DeclareSceneSafe declareSceneSafe,
      RevokeSceneSafety revokeSceneSafety,
      AskForWorker askForWorker,
      ClearScene clearScene,
      Caller caller) {
    this.showScene = showScene;
    this.listScenes = listScenes;
    this.declareSceneSafe = declareSceneSafe;
    this.revokeSceneSafety = revokeSceneSafety;
    this.askForWorker = askForWorker;
    this.clearScene = clearScene;
    this.caller = caller;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance list(SceneList list);

    static native TemplateInstance scene(SceneView scene);
  }

  @GET
  @Operation(summary = "Page: the open domestic incidents of the officer's police service")
  public TemplateInstance list(@QueryParam("page") int page) {
    int shown = Math.clamp(page, 0, LAST_PAGE);
    return Templates.list(listScenes.list(Officer.of(caller), shown));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Page: one incident, and what the officer can say")
  public TemplateInstance scene(@PathParam("id") UUID id) {
    return Templates.scene(showScene.show(Officer.of(caller), id));
  }

  @POST
  @Path("{id}/scene-safe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the scene is safe now")
  public Response safe(
      @PathParam("id") UUID id,
      @FormParam("suspect") @Nullable String suspect,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    declareSceneSafe.declare(
        Officer.of(caller),
        id,
        Choices.of(Suspect.class, given(suspect), "/suspect"),
        tap.by(caller));
    return back(uri, id);
  }

  @POST
  @Path("{id}/scene-safe/revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the scene is not safe any more")
  public Response revoke(@PathParam("id") UUID id, @BeanParam TapForm tap, @Context UriInfo uri) {
    revokeSceneSafety.revoke(Officer.of(caller), id, tap.doubt());
    return back(uri, id);
  }

  @POST
  @Path("{id}/worker-wanted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: a worker is wanted")
  public Response want(
      @PathParam("id") UUID id,
      @FormParam("help") @Nullable String help,
      @FormParam("victim") @Nullable UUID victim,
      @FormParam("language") @Nullable String language,
      @BeanParam TapForm tap,
      @Context UriInfo uri) {
    askForWorker.ask(
        Officer.of(caller),
        id,
        Choices.of(Help.class, given(help), "/help"),
        victim,
        Languages.known(language),
        tap.by(caller));
    return back(uri, id);
  }

  @POST
  @Path("{id}/clear")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: the officers leave")
  public Response clear(@PathParam("id") UUID id, @BeanParam TapForm tap, @Context UriInfo uri) {
    clearScene.clear(Officer.of(caller), id, tap.by(caller));
    return back(uri, id);
  }

  private static String given(@Nullable String choice) {
    return choice == null ? "" : choice;
  }

  private static Response back(UriInfo uri, UUID id) {
    return Response.seeOther(uri.getBaseUriBuilder().path("scene").path(id.toString()).build())
        .build();
  }
}
