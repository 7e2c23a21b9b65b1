package org.warmhandoff.referral.consenting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Role;

/** The ledger's API: the text to show, what was said, and taking it back. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
class ConsentResource {

  private final ShowText showText;
  private final RecordConsent recordConsent;
  private final WithdrawConsent withdrawConsent;
  private final Takers takers;

  ConsentResource(
      ShowText showText,
      RecordConsent recordConsent,
      WithdrawConsent withdrawConsent,
      Takers takers) {
    this.showText = showText;
    this.recordConsent = recordConsent;
    this.withdrawConsent = withdrawConsent;
    this.takers = takers;
  }

  /** The text as it is to be shown. */
  record TextBody(
      String purpose, String agency, String version, String language, String text, String hash) {}

  /** The ledger's id of what was said. */
  record ConsentBody(UUID consent) {}

  /** The text of today for a purpose and an agency. */
  @GET
  @Path("consent-texts")
  @RolesAllowed({Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public TextBody text(
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("language") @Nullable String language,
      @QueryParam("agency") @Nullable String agency) {
    var asked = Asked.purpose(purpose);
    var text = showText.show(asked, language, Asked.code(agency));
    return new TextBody(
        asked.name(),
        Asked.code(agency),
        text.version(),
        text.language(),
        text.words(),
        text.hash());
  }

  /** Takes down what was said; the person and the incident may not have been heard of yet. */
  @POST
  @Path("consents")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  @APIResponseSchema(value = ConsentBody.class, responseCode = "201")
  public Response record(@NotNull @Valid ConsentRequest request) {
    takers.mustBeOnSideOf(request.purpose());
    UUID consent = recordConsent.record(request, takers.taker());
    return Response.status(Response.Status.CREATED).entity(new ConsentBody(consent)).build();
  }

  /** Takes a consent back; counts from the commit before this answers. */
  @POST
  @Path("consents/{id}/withdrawal")
  @RolesAllowed({Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.PRIVACY_OFFICER})
  public void withdraw(@PathParam("id") UUID id) {
    withdrawConsent.withdraw(id, takers.withdrawal());
  }
}
