package org.warmhandoff.notification.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Channel;

/** How staff can be reached. */
@Path("/api/v1/staff")
public class StaffResource {

  private final PutChannels putChannels;

  StaffResource(PutChannels putChannels) {
    this.putChannels = putChannels;
  }

  /** The channels of one member of staff, whole. */
  public record Channels(@Nullable List<Channel> channels) {}

  /** Replaces the channels; only verified ones are ever used. */
  @PUT
  @Path("/{id}/channels")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void put(UUID id, Channels given) {
    if (given == null || given.channels() == null) {
      throw Problem.wrong("wrong-configuration", "Channels were expected.")
          .at("/channels")
          .expected("a list, empty where they cannot be reached");
    }
    putChannels.put(id, given.channels());
  }
}
