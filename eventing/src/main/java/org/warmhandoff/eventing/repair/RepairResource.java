package org.warmhandoff.eventing.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.eventing.inbox.Note;
import org.warmhandoff.eventing.inbox.Repair.Outcome;

/** Records that were set aside, and what is done about them. */
@Path("/api/v1/repair")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMINISTRATOR)
public class RepairResource {

  private final ReadSetAside readSetAside;
  private final MendRecord mendRecord;
  private final SendAgain sendAgain;
  private final DropRecord dropRecord;
  private final Caller caller;

  RepairResource(
      ReadSetAside readSetAside,
      MendRecord mendRecord,
      SendAgain sendAgain,
      DropRecord dropRecord,
      Caller caller) {
    this.readSetAside = readSetAside;
    this.mendRecord = mendRecord;
    this.sendAgain = sendAgain;
    this.dropRecord = dropRecord;
    this.caller = caller;
  }

  /**
   * What an action needs.
   *
   * @param edition the record's, as it was looked at
   * @param word why
   * @param headers to be replaced, by name; an empty value removes one
   * @param body the whole new body; absent to keep it
   * @param subject for dropping only, where it cannot be read off the record; not for version 0
   * @param version for dropping only, where it cannot be read off the record; 0 for none
   */
  public record Repair(
      @Nullable Integer edition,
      @Nullable String word,
      @Nullable Map<String, @Nullable String> headers,
      @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable JsonNode body,
      @Nullable UUID subject,
      @Nullable Long version) {

    static Repair present(@Nullable Repair request) {
      if (request == null) {
        throw Problem.unreadable("no-body", "An edition and a word were expected.");
      }
      return request;
    }

    /** What a header is to be; that it is to be nothing is said by an empty text. */
    Map<String, String> replacements() {
      Map<String, String> all = new HashMap<>();
      if (headers != null) {
        headers.forEach((name, value) -> all.put(name, given(value)));
      }
      return all;
    }

    private static String given(@Nullable String value) {
      if (value == null) {
        throw Problem.wrong("header-needed", "A header has no value.")
            .at("/headers")
            .expected("text; an empty one removes the header");
      }
      return value;
    }
  }

  /**
   * What became of it.
   *
   * @param records how many have left the quarantine
   * @param left how many of the key are still there, the failed one included: ask again
   * @param failed the record that failed again and stays
   * @param reason why, a code
   */
  public record Answer(int records, long left, @Nullable Long failed, @Nullable String reason) {
    static Answer of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Gone gone -> new Answer(gone.records(), gone.left(), null, null);
        case Outcome.Stays stays ->
            new Answer(stays.records(), stays.left(), stays.number(), stays.reason());
        case Outcome.Refused refused -> new Answer(0, 0, null, refused.why().name());
      };
    }
  }

  @GET
  @Operation(
      summary = "Records set aside, the first of each key, unopened",
      description =
          "At most 200, the longest waiting first. The header X-Total-Count says how many there"
              + " are in all, the header Link (rel=next) where the list goes on.")
  @RolesAllowed(Role.ADMINISTRATOR)
  public RestResponse<List<ReadSetAside.Seen>> list(
      @QueryParam("after") @DefaultValue("0") long after) {
    ReadSetAside.Listed listed = readSetAside.list(after);
    ResponseBuilder<List<ReadSetAside.Seen>> answer =
        ResponseBuilder.ok(listed.records().stream().map(ReadSetAside.Seen::unopened).toList())
            .header("X-Total-Count", listed.total());
    return listed.next() == null
        ? answer.build()
        : answer.header("Link", "<?after=%d>; rel=\"next\"".formatted(listed.next())).build();
  }

  @GET
  @Path("{number}")
  @Operation(summary = "One record set aside, masked")
  @RolesAllowed(Role.ADMINISTRATOR)
  public ReadSetAside.Seen read(@PathParam("number") long number) {
    return readSetAside.read(number);
  }

  @PUT
  @Path("{number}/content")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Gives a record content that can be read")
  @RolesAllowed(Role.ADMINISTRATOR)
  public ReadSetAside.Seen mend(@PathParam("number") long number, @Nullable Repair said) {
    Repair request = Repair.present(said);
    Note note = Word.of(caller, request.word());
    JsonNode body = request.body();
    mendRecord.mend(
        number,
        Word.edition(request.edition()),
        request.replacements(),
        body == null || body.isNull() ? null : body.toString().getBytes(UTF_8),
        note);
    return readSetAside.read(number);
  }

  @POST
  @Path("{number}/sending")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sends a record and those behind it again, in their order")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Answer send(@PathParam("number") long number, @Nullable Repair said) {
    Repair request = Repair.present(said);
    Note note = Word.of(caller, request.word());
    return Answer.of(sendAgain.send(number, Word.edition(request.edition()), note));
  }

  @POST
  @Path("{number}/dropping")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Drops a record with a word; the next version of its aggregate applies")
  @RolesAllowed(Role.ADMINISTRATOR)
  public Answer drop(@PathParam("number") long number, @Nullable Repair said) {
    Repair request = Repair.present(said);
    Note note = Word.of(caller, request.word());
    return Answer.of(
        dropRecord.drop(
            number, Word.edition(request.edition()), request.subject(), request.version(), note));
  }
}
