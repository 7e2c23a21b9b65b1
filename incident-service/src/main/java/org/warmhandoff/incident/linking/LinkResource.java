package org.warmhandoff.incident.linking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.Again;

/**
 * Which persons are taken for one. The privacy officer's alone: who is known to the police twice is
 * nobody else's to learn, a dispatcher's least of all.
 */
@Path("/api/v1/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource {

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

  private final ReadLinks readLinks;
  private final LinkByHand linkByHand;
  private final UndoLink undoLink;
  private final Caller caller;

  LinkResource(ReadLinks readLinks, LinkByHand linkByHand, UndoLink undoLink, Caller caller) {
    this.readLinks = readLinks;
    this.linkByHand = linkByHand;
    this.undoLink = undoLink;
    this.caller = caller;
  }

  /** Two persons by vault id. */
  public record Two(@NotNull UUID person, @NotNull UUID other) {}

  /**
   * A link that is wrong.
   *
   * @param because code of the reason; no free text
   */
  public record Undoing(
      @NotNull UUID person, @NotNull UUID other, @NotNull @Pattern(regexp = CODE) String because) {}

  @GET
  @RolesAllowed(Role.PRIVACY_OFFICER)
  @Operation(summary = "Whom a person is linked to or was, with the reason of each link; recorded")
  public ReadLinks.Links links(@NotNull @QueryParam("person") UUID person) {
    return readLinks.of(person, caller.userName());
  }

  @POST
  @RolesAllowed(Role.PRIVACY_OFFICER)
  @Operation(summary = "Link two persons by hand; doing it again changes nothing")
  public void link(@NotNull @Valid Two two) {
    String by = caller.userName();
    Again.whenBrokenOff(() -> linkByHand.link(two.person(), two.other(), by));
  }

  @POST
  @Path("undoing")
  @RolesAllowed(Role.PRIVACY_OFFICER)
  @Operation(summary = "Undo a link for good; only a hand links the two again")
  public void undo(@NotNull @Valid Undoing undoing) {
    String by = caller.userName();
    Again.whenBrokenOff(
        () -> undoLink.undo(undoing.person(), undoing.other(), undoing.because(), by));
  }
}
