package org.warmhandoff.notification.watching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Reasons;

/** The board and the reasons, as data. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class WatchResource {

  private final ReadBoard readBoard;
  private final ReadReasons readReasons;
  private final Caller caller;

  WatchResource(ReadBoard readBoard, ReadReasons readReasons, Caller caller) {
    this.readBoard = readBoard;
    this.readReasons = readReasons;
    this.caller = caller;
  }

  /** What waits: the most urgent first, and of each what waits longest. */
  @GET
  @Path("/board")
  @RolesAllowed(Role.DISPATCHER)
  public List<BoardLine> board() {
    return readBoard.read(caller.policeService());
  }

  /** Why each program and worker was chosen or passed over. */
  @GET
  @Path("/incidents/{id}/reasons")
  @RolesAllowed({Role.DISPATCHER, Role.OPERATOR})
  public List<Reasons> reasons(UUID id) {
    return readReasons
        .read(id, caller.has(Role.OPERATOR) ? null : caller.policeService())
        .reasons();
  }
}
