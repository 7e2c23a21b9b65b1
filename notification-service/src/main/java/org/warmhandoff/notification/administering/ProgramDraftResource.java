package org.warmhandoff.notification.administering;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Preview;
import org.warmhandoff.notification.ProgramChange;
import org.warmhandoff.notification.ProgramDraft;
import org.warmhandoff.notification.ProgramSpec;

/** A program being changed: drafted, tried on last week, published or thrown away. */
@Path("/api/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
public class ProgramDraftResource {

  private final SaveDraft saveDraft;
  private final ReadDraft readDraft;
  private final PreviewDraft previewDraft;
  private final PublishDraft publishDraft;
  private final DiscardDraft discardDraft;
  private final ReadHistory readHistory;
  private final Caller caller;

  ProgramDraftResource(
      SaveDraft saveDraft,
      ReadDraft readDraft,
      PreviewDraft previewDraft,
      PublishDraft publishDraft,
      DiscardDraft discardDraft,
      ReadHistory readHistory,
      Caller caller) {
    this.saveDraft = saveDraft;
    this.readDraft = readDraft;
    this.previewDraft = previewDraft;
    this.publishDraft = publishDraft;
    this.discardDraft = discardDraft;
    this.readHistory = readHistory;
    this.caller = caller;
  }

  /**
   * A draft, with the program's fields beside.
   *
   * @param draftedFrom the version that was in force; 0: none
   */
  public record Drafted(
      int draftedFrom, Instant savedAt, String savedBy, @JsonUnwrapped ProgramSpec program) {}

  /**
   * One change.
   *
   * @param what put, drafted, published or discarded
   * @param version in force from then on; null where only the draft changed
   * @param fields names of the fields that differ from before
   */
  public record Change(
      String what, @Nullable Integer version, List<String> fields, Instant at, String by) {
    static Change of(ProgramChange change) {
      return new Change(
          Codes.of(change.what()), change.version(), change.fields(), change.at(), change.by());
    }
  }

  /** Saves the draft; the version in force goes on unchanged. */
  @PUT
  @Path("/{code}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public Drafted save(String code, ProgramSpec program) {
    if (program == null) {
      throw Problem.unreadable("no-body", "A program was expected.");
    }
    if (program.code() != null && !Objects.equals(code, program.code())) {
      throw Problem.wrong("wrong-program", "The code differs from the address.").at("/code");
    }
    try {
      return shown(saveDraft.save(code, program, caller.userName()));
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }

  /** The draft as it was saved last. */
  @GET
  @Path("/{code}/draft")
  @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR})
  public Drafted read(String code) {
    return readDraft
        .read(code)
        .map(ProgramDraftResource::shown)
        .orElseThrow(() -> Problem.notFound("no-draft", "This program has no draft."));
  }

  /** Who would have been paged in the last seven days; it pages nobody. */
  @POST
  @Path("/{code}/draft/preview")
  @RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR})
  public Preview preview(String code) {
    return previewDraft.preview(code);
  }

  /** Puts the draft into force. */
  @POST
  @Path("/{code}/draft/publication")
  @RolesAllowed(Role.ADMINISTRATOR)
  public ProgramResource.Put publish(String code) {
    return new ProgramResource.Put(code, publishDraft.publish(code, caller.userName()));
  }

  /** Throws the draft away. */
  @DELETE
  @Path("/{code}/draft")
  @RolesAllowed(Role.ADMINISTRATOR)
  public void discard(String code) {
    discardDraft.discard(code, caller.userName());
  }

  /** The last 200 changes, the newest first. */
  @GET
  @Path("/{code}/history")
  @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR})
  public List<Change> history(String code) {
    return readHistory.read(code).stream().map(Change::of).toList();
  }

  private static Drafted shown(ProgramDraft draft) {
    return new Drafted(draft.draftedFrom(), draft.savedAt(), draft.savedBy(), draft.body());
  }
}
