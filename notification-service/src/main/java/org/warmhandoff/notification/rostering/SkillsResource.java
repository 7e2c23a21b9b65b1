package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;

/** What workers are able to do. */
@Path("/api/v1/staff")
public class SkillsResource {

  private static final int MOST = 30;

  private final PutSkills putSkills;

  SkillsResource(PutSkills putSkills) {
    this.putSkills = putSkills;
  }

  /** Codes, as programs name what they want of their workers. */
  public record Skills(@Nullable List<String> skills) {}

  /**
   * Replaces a worker's skills: of those who are free, whoever has what a program wants goes first.
   */
  @PUT
  @Path("/{id}/skills")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void put(UUID id, Skills given) {
    try {
      if (given == null || given.skills() == null || given.skills().size() > MOST) {
        throw new Flaw("/skills", "a list of at most 30 codes, empty where there is none");
      }
      putSkills.put(id, given.skills());
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }
}
