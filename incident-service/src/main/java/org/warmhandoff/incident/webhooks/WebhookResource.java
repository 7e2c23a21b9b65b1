package org.warmhandoff.incident.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.WebhookEndpoints;
import org.warmhandoff.outbound.Target;
import org.warmhandoff.outbound.Target.Refusal;
import org.warmhandoff.outbound.WebhookSecret;

/** Where an administrator says to which systems of a police service its advisories are sent. */
@Path("/api/v1/police-services/{code}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMINISTRATOR)
public class WebhookResource {

  private final AddWebhook addWebhook;
  private final ListWebhooks listWebhooks;
  private final RotateWebhookSecret rotateWebhookSecret;
  private final EnableWebhook enableWebhook;
  private final DisableWebhook disableWebhook;
  private final RemoveWebhook removeWebhook;
  private final ReplayAdvisories replayAdvisories;
  private final WebhookSettings settings;
  private final Caller caller;

  WebhookResource(
      AddWebhook addWebhook,
      ListWebhooks listWebhooks,
      RotateWebhookSecret rotateWebhookSecret,
      EnableWebhook enableWebhook,
      DisableWebhook disableWebhook,
      RemoveWebhook removeWebhook,
      ReplayAdvisories replayAdvisories,
      WebhookSettings settings,
      Caller caller) {
    this.addWebhook = addWebhook;
    this.listWebhooks = listWebhooks;
    this.rotateWebhookSecret = rotateWebhookSecret;
    this.enableWebhook = enableWebhook;
    this.disableWebhook = disableWebhook;
    this.removeWebhook = removeWebhook;
    this.replayAdvisories = replayAdvisories;
    this.settings = settings;
    this.caller = caller;
  }

  /**
   * An endpoint.
   *
   * @param url https, no user in it, 500 characters at most
   * @param test whether drills are sent there, and nothing else
   */
  public record NewWebhook(@NotNull String url, boolean test) {}

  /**
   * The secret, this once: it cannot be read again.
   *
   * @param secret as Standard Webhooks writes it, with whsec_ in front
   */
  public record Secret(UUID id, String secret) {

    @Override
    public String toString() {
      return "Secret[" + id + "]";
    }
  }

  /**
   * From when on.
   *
   * @param from business instant
   */
  public record Replay(@NotNull Instant from) {}

  /** How many messages were queued again. */
  public record Queued(int queued) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Send a police service's advisories to this address, too")
  public Response add(@PathParam("code") String code, @NotNull @Valid NewWebhook webhook) {
    Optional<Refusal> refusal =
        Target.refusal(webhook.url(), settings.allowPrivate(), InetAddress::getAllByName);
    // a name may come to lead somewhere later; where it leads is judged again at each attempt
    if (refusal.filter(why -> why != Refusal.UNKNOWN_HOST).isPresent()) {
      throw Problem.wrong("wrong-target", "Messages are not sent to such an address.")
          .at("/url")
          .expected("an https address on the public network, without a user or a fragment");
    }
    WebhookSecret secret = WebhookSecret.random();
    UUID id = addWebhook.add(code, webhook.url(), webhook.test(), secret, caller.userName());
    return shownOnce(Response.status(Response.Status.CREATED), new Secret(id, secret.shown()));
  }

  @GET
  @Operation(summary = "A police service's endpoints, and how they do")
  public List<WebhookEndpoints.Endpoint> list(@PathParam("code") String code) {
    return listWebhooks.list(code);
  }

  @POST
  @Path("{id}/secret")
  @Operation(summary = "A new secret; the old one stays valid for a day, unless it leaked")
  @APIResponseSchema(Secret.class)
  public Response rotate(
      @PathParam("code") String code,
      @PathParam("id") UUID id,
      @QueryParam("leaked") boolean leaked) {
    WebhookSecret secret = WebhookSecret.random();
    rotateWebhookSecret.rotate(code, id, secret, leaked);
    return shownOnce(Response.ok(), new Secret(id, secret.shown()));
  }

  @POST
  @Path("{id}/enablement")
  @Operation(summary = "The endpoint is well again: send what waits")
  public void enable(@PathParam("code") String code, @PathParam("id") UUID id) {
    enableWebhook.enable(code, id);
  }

  @POST
  @Path("{id}/disablement")
  @Operation(summary = "Send nothing there until it is enabled")
  public void disable(@PathParam("code") String code, @PathParam("id") UUID id) {
    disableWebhook.disable(code, id);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "The endpoint is there no longer; its secrets are destroyed")
  public void remove(@PathParam("code") String code, @PathParam("id") UUID id) {
    removeWebhook.remove(code, id);
  }

  @POST
  @Path("{id}/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Send again what was told from an instant on")
  public Queued replay(
      @PathParam("code") String code, @PathParam("id") UUID id, @NotNull @Valid Replay replay) {
    return new Queued(replayAdvisories.replay(code, id, replay.from()));
  }

  /** No cache on the way keeps it. */
  private static Response shownOnce(Response.ResponseBuilder answer, Secret secret) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").entity(secret).build();
  }

  static Problem unknown() {
    return Problem.notFound("no-such-webhook", "There is no such endpoint.");
  }
}
