package org.warmhandoff.notification.watching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

  /**
   * Why each program and worker was chosen or passed over, in codes. What touches a dyad, a party
   * or a leave reads not-available to everyone but the privacy office.
   */
  @GET
  @Path("/incidents/{id}/reasons")
  @RolesAllowed({Role.DISPATCHER, Role.OPERATOR, Role.PRIVACY_OFFICER})
  public List<Reasons> reasons(UUID id) {
    return readReasons.read(id, reader()).reasons();
  }

  /** The same in sentences, the newest decision first, in English or French as is asked for. */
  @GET
  @Path("/incidents/{id}/explanation")
  @RolesAllowed({Role.DISPATCHER, Role.OPERATOR, Role.PRIVACY_OFFICER})
  public List<Explanation> explanation(UUID id, @Context HttpHeaders headers) {
    ReadReasons.Told told = readReasons.read(id, reader());
    Explanation.Words words = Explanation.Words.of(headers.getAcceptableLanguages());
    return told.reasons().reversed().stream()
        .map(reasons -> Explanation.of(reasons, told.zone(), words))
        .toList();
  }

  private ReadReasons.Reader reader() {
    if (caller.has(Role.PRIVACY_OFFICER)) {
      return new ReadReasons.Reader.PrivacyOffice(caller.userName());
    }
    return caller.has(Role.OPERATOR)
        ? new ReadReasons.Reader.Operator()
        : new ReadReasons.Reader.Police(caller.policeService());
  }
}
