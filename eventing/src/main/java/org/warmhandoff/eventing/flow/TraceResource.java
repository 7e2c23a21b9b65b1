package org.warmhandoff.eventing.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.eventing.TraceSource;

/** This service's part of one incident's walk. */
@Path("/api/v1/trace")
public class TraceResource {

  private final Instance<TraceSource> sources;

  TraceResource(Instance<TraceSource> sources) {
    this.sources = sources;
  }

  /** Codes, ids and instants, in the order they were stored; empty for an incident unheard of. */
  @GET
  @Path("{incident}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  public List<TraceLine> trace(@PathParam("incident") UUID incident) {
    return sources.stream()
        .flatMap(source -> source.trace(incident).stream())
        .sorted(Comparator.comparing(TraceLine::recordedAt))
        .toList();
  }
}
