package org.warmhandoff.incident.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.PoliceService;

/** Where an administrator sets up a police service. */
@Path("/api/v1/police-services/{code}")
@Consumes(MediaType.APPLICATION_JSON)
public class PoliceServiceResource {

  /** More than one machine of this size stores in a second: no limit in practice. */
  private static final int USUAL_POSTS_PER_SECOND = 5_000;

  private static final java.util.regex.Pattern CODE =
      java.util.regex.Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  private final ConfigurePoliceService configurePoliceService;

  PoliceServiceResource(ConfigurePoliceService configurePoliceService) {
    this.configurePoliceService = configurePoliceService;
  }

  /**
   * The settings, whole.
   *
   * @param jurisdiction code, such as CA-ON
   * @param zone IANA zone
   * @param helpLine the number an officer gives when nobody can come
   * @param domesticTypes incident types that are domestic by themselves
   * @param postsPerSecond sustained rate its systems may post at
   */
  public record Settings(
      @NotBlank @Size(max = 200) String name,
      @NotNull @Pattern(regexp = "[A-Z0-9-]{2,12}") String jurisdiction,
      @NotBlank @Size(max = 60) String zone,
      @NotBlank @Size(max = 60) String helpLine,
      @Nullable @Size(max = 200) List<@NotBlank @Size(max = 60) String> domesticTypes,
      @Nullable @Min(1) @Max(1_000_000) Integer postsPerSecond) {}

  @PUT
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Set up a police service, or change it")
  public void configure(@PathParam("code") String code, @NotNull @Valid Settings settings) {
    if (!CODE.matcher(code).matches()) {
      throw Problem.wrong("wrong-code", "This is no code of a police service.")
          .expected("lower-case letters, digits and hyphens, at most 40");
    }
    if (!ZoneId.getAvailableZoneIds().contains(settings.zone())) {
      throw Problem.wrong("unknown-zone", "There is no such time zone.")
          .at("/zone")
          .expected("an IANA zone, such as America/Toronto");
    }
    List<String> types = settings.domesticTypes();
    Integer rate = settings.postsPerSecond();
    configurePoliceService.configure(
        code,
        new PoliceService.Settings(
            settings.name(),
            settings.jurisdiction(),
            settings.zone(),
            settings.helpLine(),
            types == null ? List.of() : types,
            rate == null ? USUAL_POSTS_PER_SECOND : rate));
  }
}
