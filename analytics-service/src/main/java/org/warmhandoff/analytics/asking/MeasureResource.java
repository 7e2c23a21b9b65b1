package org.warmhandoff.analytics.asking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Definition;
import org.warmhandoff.analytics.Measure;
import org.warmhandoff.analytics.Suppression.Filters;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.contracts.Role;

/** Measures: what can be asked, and the answers. */
@Path("api/v1/measures")
@Produces(MediaType.APPLICATION_JSON)
class MeasureResource {

  private final AskMeasure askMeasure;
  private final Analyst analyst;

  MeasureResource(AskMeasure askMeasure, Analyst analyst) {
    this.askMeasure = askMeasure;
    this.analyst = analyst;
  }

  /** What can be asked: every measure with its definition. */
  @GET
  @RolesAllowed(Role.ANALYST)
  public List<Definition> definitions() {
    return Measure.definitions();
  }

  /**
   * One measure over the latest closed release; of an analyst's own police service where she
   * belongs to one.
   *
   * @param release its number, to be told if a later one was closed; may be left out
   * @param by none, program, mode or police-service
   * @param from first Monday of receipt
   * @param to Monday before which incidents were received
   */
  @GET
  @Path("{code}")
  @RolesAllowed(Role.ANALYST)
  @APIResponseSchema(value = Published.class, responseCode = "200")
  public Response measure(
      @RestPath String code,
      @RestQuery @Nullable String release,
      @RestQuery @Nullable String by,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to,
      @Context Request request) {
    Published answer =
        askMeasure.ask(
            Asked.question(code, by, from, to, analyst.policeService()),
            Asked.releaseNumber(release));
    EntityTag tag = tag(answer);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null ? unchanged.build() : Response.ok(answer).tag(tag).build();
  }

  /** Everything an answer depends on: a closed release never changes. */
  private static EntityTag tag(Published answer) {
    Filters filters = answer.getFilters();
    return new EntityTag(
        "%s-%d.r%d.k%d.%s.%s.%s.%s"
            .formatted(
                answer.getMeasure(),
                answer.getDefinition().version(),
                answer.getRelease().number(),
                answer.getThreshold(),
                filters.by(),
                filters.from() == null ? "" : filters.from(),
                filters.to() == null ? "" : filters.to(),
                filters.policeService() == null ? "" : code(filters.policeService())));
  }

  /** A police service's code in letters a tag can hold, whatever it is. */
  private static String code(String policeService) {
    return HexFormat.of().formatHex(policeService.getBytes(StandardCharsets.UTF_8));
  }
}
