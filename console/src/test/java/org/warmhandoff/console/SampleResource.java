package org.warmhandoff.console;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.warmhandoff.console.problem.Problem;

/** Doors that refuse in every way there is. */
@Path("/")
class SampleResource {

  private final Template sample;

  SampleResource(Template sample) {
    this.sample = sample;
  }

  enum Colour {
    RED,
    GREEN
  }

  record Thing(@NotBlank String name, Colour colour, Instant at, List<Part> parts) {}

  record Part(int size) {}

  @POST
  @Path("api/v1/things")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  public String thing(@Valid Thing thing) {
    return "{}";
  }

  @GET
  @Path("api/v1/busy")
  @PermitAll
  public String busy() {
    throw Problem.tooMany("busy", "Too much at once.", Duration.ofSeconds(7));
  }

  @GET
  @Path("api/v1/broken")
  @PermitAll
  public String broken() {
    throw new IllegalStateException("Canary Name 555-0199");
  }

  @GET
  @Path("api/v1/away")
  @PermitAll
  public String away() {
    SQLException shutdown = new SQLException("Canary Name 555-0199", "57P01");
    throw new IllegalStateException(new IllegalStateException(shutdown));
  }

  @GET
  @Path("api/v1/guarded")
  @RolesAllowed("officer")
  public String guarded() {
    return "{}";
  }

  @GET
  @Path("api/v1/unannotated")
  public String unannotated() {
    return "{}";
  }

  @GET
  @Path("page")
  @PermitAll
  public TemplateInstance page() {
    return sample.instance();
  }

  @POST
  @Path("page")
  @PermitAll
  public String post() {
    return "taken";
  }

  @GET
  @Path("page/gone")
  @PermitAll
  public String gone() {
    throw Problem.gone("gone", "Not any more.");
  }
}
