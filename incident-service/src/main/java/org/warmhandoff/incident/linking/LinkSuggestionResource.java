package org.warmhandoff.incident.linking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;

/** Pairs that may be one person, for a human who can look them up in the police's own files. */
@Path("/api/v1/link-suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkSuggestionResource {

  private final ListSuggestions listSuggestions;
  private final DismissSuggestion dismissSuggestion;
  private final Caller caller;

  LinkSuggestionResource(
      ListSuggestions listSuggestions, DismissSuggestion dismissSuggestion, Caller caller) {
    this.listSuggestions = listSuggestions;
    this.dismissSuggestion = dismissSuggestion;
    this.caller = caller;
  }

  /** Two persons who are two. */
  public record Dismissal(@NotNull UUID person, @NotNull UUID other) {}

  @GET
  @RolesAllowed(Role.PRIVACY_OFFICER)
  @Operation(summary = "Open suggestions, the newest first, 50 a page; recorded")
  public List<ListSuggestions.Suggestion> open(
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(10_000) int page) {
    return listSuggestions.open(page, caller.userName());
  }

  @POST
  @Path("dismissals")
  @RolesAllowed(Role.PRIVACY_OFFICER)
  @Operation(summary = "Say that a suggested pair is two persons; it is not suggested again")
  public void dismiss(@NotNull @Valid Dismissal dismissal) {
    dismissSuggestion.dismiss(dismissal.person(), dismissal.other(), caller.userName());
  }
}
