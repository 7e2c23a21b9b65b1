package org.warmhandoff.notification.nudging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Nudges;

/** Server-sent events that say "look again", and nothing else. */
@Path("/live")
public class LiveResource {

  private final OpenPages openPages;
  private final Caller caller;

  LiveResource(OpenPages openPages, Caller caller) {
    this.openPages = openPages;
    this.caller = caller;
  }

  /**
   * A stream for an open page: "changed" when something of the caller's own, or on their board, is
   * not as it was. It ends after five minutes, and where the caller has too many open; a browser
   * comes back by itself.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR, Role.DISPATCHER})
  public void changes(@Context SseEventSink sink, @Context Sse sse) {
    Set<String> subjects = new HashSet<>();
    subjects.add(Nudges.staff(caller.staff()));
    if (caller.has(Role.DISPATCHER)) {
      subjects.add(Nudges.board(caller.policeService()));
    }
    if (!openPages.join(caller.staff().toString(), subjects, sink, sse)) {
      sink.close();
    }
  }
}
