package org.warmhandoff.notification.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.AgencySystem;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Targets;
import org.warmhandoff.outbound.WebhookSecret;

/** The system of an agency's that calls one of its workers. */
@Path("/api/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
public class AgencySystemResource {

  private final PutAgencySystem putAgencySystem;
  private final RemoveAgencySystem removeAgencySystem;
  private final DeliverySettings settings;

  AgencySystemResource(
      PutAgencySystem putAgencySystem,
      RemoveAgencySystem removeAgencySystem,
      DeliverySettings settings) {
    this.putAgencySystem = putAgencySystem;
    this.removeAgencySystem = removeAgencySystem;
    this.settings = settings;
  }

  /**
   * Where it is.
   *
   * @param url https, without a user or a fragment
   */
  public record NewSystem(@Nullable String url) {}

  /**
   * Shown once.
   *
   * @param channel its id
   * @param secret what its messages are signed with, with whsec_ in front
   */
  public record SystemSecret(UUID channel, String secret) {

    @Override
    public String toString() {
      return "SystemSecret[" + channel + "]";
    }
  }

  @PUT
  @Path("/{id}/system")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Call this worker through their agency's system, once they have proven it")
  @APIResponseSchema(SystemSecret.class)
  @RolesAllowed(Role.ADMINISTRATOR)
  public Response put(UUID id, @Nullable NewSystem given) {
    String url = given == null ? null : given.url();
    try {
      if (url == null || url.chars().anyMatch(Character::isISOControl)) {
        throw new Flaw("/url", "an https address on the public network");
      }
      Targets.check(url, "/url", settings);
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
    WebhookSecret secret = WebhookSecret.random();
    UUID channel = putAgencySystem.put(id, new AgencySystem(url, secret));
    // no cache on the way keeps it
    return Response.ok(new SystemSecret(channel, secret.shown()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("/{id}/system")
  @Operation(summary = "This worker is called through no system of their agency's any more")
  @RolesAllowed(Role.ADMINISTRATOR)
  public void remove(UUID id) {
    removeAgencySystem.remove(id);
  }
}
