package org.warmhandoff.incident.intake;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.ProblemBody;

/**
 * Shows the witness what a single post was answered, wherever in the door the answer was made. Rows
 * of a batch or a stream have answers of their own and are shown where they are made.
 */
class IntakeFilter {

  private static final Logger LOG = Logger.getLogger(IntakeFilter.class);
  private static final String INTAKE = "/api/v1/incidents";

  /** After the filter that puts a problem where the framework answered without words. */
  private static final int LATE = 1_000;

  private final IntakeWitness witness;
  private final Caller caller;

  IntakeFilter(IntakeWitness witness, Caller caller) {
    this.witness = witness;
    this.caller = caller;
  }

  @ServerResponseFilter(priority = LATE)
  void see(ContainerRequestContext request, ContainerResponseContext response) {
    if (!request.getMethod().equals(HttpMethod.POST)
        || !request.getUriInfo().getPath().equals(INTAKE)) {
      return;
    }
    try {
      Object answer = response.getEntity();
      if (answer instanceof Receipt receipt) {
        witness.took(caller.policeService(), receipt);
      } else if (answer instanceof ProblemBody problem && isIntakes(problem)) {
        witness.refused(caller.policeService(), problem);
      }
    } catch (RuntimeException unseen) {
      // An answer is an answer, whether or not somebody counts it.
      LOG.warnf("an answer of intake was not counted (%s)", unseen.getClass().getName());
    }
  }

  /** Not what was refused before it was clear who posts: that is nobody's. */
  private static boolean isIntakes(ProblemBody problem) {
    return switch (problem.status()) {
      case 401, 403, 404, 405, 406 -> false;
      // The framework says it without an expectation, the door with one.
      case 415 -> problem.expected() != null;
      default -> true;
    };
  }
}
