package org.warmhandoff.referral.answering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.referral.Door;

/** An agency's own system: what waits for it, and its answers. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
class ReferralResource {

  private final ListReferrals listReferrals;
  private final Answers answers;
  private final Caller caller;

  ReferralResource(ListReferrals listReferrals, Answers answers, Caller caller) {
    this.listReferrals = listReferrals;
    this.answers = answers;
    this.caller = caller;
  }

  /**
   * An answer.
   *
   * @param status as in {@code accepted} or {@code in-progress}
   * @param reason code; required for rejected, on-hold, cancelled and failed
   */
  record AnswerBody(@Nullable String status, @Nullable String reason) {}

  /** The agency's referrals that are not over, what waits longest first. */
  @GET
  @RolesAllowed(Role.AGENCY)
  public List<ReferralRow> list() {
    return listReferrals.list(caller.agency());
  }

  /** Moves one along. */
  @POST
  @Path("{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.AGENCY)
  public void answer(@PathParam("id") UUID id, @NotNull AnswerBody body) {
    answers.take(caller.agency(), id, body.status(), body.reason(), Door.API);
  }
}
