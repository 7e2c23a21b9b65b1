package org.warmhandoff.referral.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Set;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.contracts.Topics;

/**
 * Describes agencies. Their topics and principals are made by the installation's admin principal,
 * never here.
 */
@Path("/api/v1/agencies")
class AgencyResource {

  private final DescribeAgency describeAgency;

  AgencyResource(DescribeAgency describeAgency) {
    this.describeAgency = describeAgency;
  }

  /**
   * An agency, whole.
   *
   * @param answerWithin ISO 8601 duration
   */
  record AgencyBody(
      @NotBlank @Size(max = 200) String name,
      @NotEmpty Set<Purpose> purposes,
      @NotEmpty Set<Audience> serves,
      @NotNull Duration answerWithin,
      @NotNull Boolean active) {}

  /** Adds the agency or replaces what is known of it. */
  @PUT
  @Path("/{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void put(@PathParam("code") String code, @NotNull @Valid AgencyBody body) {
    if (!Topics.isAgencyCode(code)) {
      throw Problem.wrong("agency-code", "This is not an agency code.")
          .expected("lower-case letters, digits and hyphens, 40 at most");
    }
    if (body.answerWithin().compareTo(Duration.ofMinutes(1)) < 0) {
      throw Problem.wrong("invalid", "An agency needs time to answer.")
          .at("/answerWithin")
          .expected("PT1M or more");
    }
    describeAgency.describe(
        code, body.name(), body.purposes(), body.serves(), body.answerWithin(), body.active());
  }
}
