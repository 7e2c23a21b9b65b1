package org.warmhandoff.referral.disclosing;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/**
 * The person vault of the incident service, asked as the client {@code referral-vault}: the one
 * call between services, so that personal data stays in one place and withdrawal and erasure work
 * at once.
 */
@Path("/api/v1/persons")
@RegisterRestClient(configKey = "vault")
@OidcClientFilter
interface Vault {

  /**
   * What the vault is asked.
   *
   * @param fields exactly those consented to
   * @param reason stable code
   * @param onBehalfOf the agency it is read for
   */
  record Ask(
      List<DataCategory> fields,
      Purpose purpose,
      String reason,
      String onBehalfOf,
      UUID referral) {}

  /** What the vault holds of the fields asked for. */
  record Answer(Map<String, String> fields) {

    @Override
    public String toString() {
      return "Answer[personal]";
    }
  }

  @POST
  @Path("{id}/reads")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  Answer read(@PathParam("id") UUID person, Ask ask);
}
