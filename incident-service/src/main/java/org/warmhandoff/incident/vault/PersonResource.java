package org.warmhandoff.incident.vault;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.AccessRecord.Reading;
import org.warmhandoff.incident.Again;
import org.warmhandoff.incident.VaultField;

/** Reads and erases persons. Reading is a POST: it leaves a record, and its reasons no URL. */
@Path("/api/v1/persons/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonResource {

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

  private final ReadPerson readPerson;
  private final ErasePerson erasePerson;
  private final Caller caller;

  PersonResource(ReadPerson readPerson, ErasePerson erasePerson, Caller caller) {
    this.readPerson = readPerson;
    this.erasePerson = erasePerson;
    this.caller = caller;
  }

  /**
   * What is to be read, and why.
   *
   * @param purpose code of the purpose the person agreed to
   * @param reason code of why it is read now
   * @param onBehalfOf code of the agency it is read for
   * @param referral the referral whose consent allows it
   */
  public record ReadRequest(
      @NotEmpty @Size(max = 20) Set<@NotNull VaultField> fields,
      @NotNull @Pattern(regexp = CODE) String purpose,
      @NotNull @Pattern(regexp = CODE) String reason,
      @Nullable @Pattern(regexp = CODE) String onBehalfOf,
      @Nullable UUID referral) {}

  /** The fields that were asked for and are known. */
  public record ReadAnswer(UUID person, Map<VaultField, String> fields) {

    @Override
    public String toString() {
      return "ReadAnswer[" + person + "]";
    }
  }

  @POST
  @Path("reads")
  @RolesAllowed(Role.VAULT_READER)
  @Operation(summary = "Read fields of a person; every read is recorded")
  public ReadAnswer read(@PathParam("id") UUID id, @NotNull @Valid ReadRequest request) {
    if (request.fields().contains(VaultField.UNKNOWN_FIELDS)) {
      // Nobody can have agreed to share what nobody knows the meaning of.
      throw Problem.wrong("unshared-field", "This field is shared with nobody.").at("/fields");
    }
    Reading reading =
        new Reading(
            caller.userName(),
            Role.VAULT_READER,
            request.purpose(),
            request.reason(),
            request.onBehalfOf(),
            request.referral(),
            null);
    Map<VaultField, String> fields = new EnumMap<>(VaultField.class);
    readPerson
        .read(id, request.fields(), reading)
        .forEach((field, value) -> fields.put(field, value.reveal()));
    return new ReadAnswer(id, fields);
  }

  @POST
  @Path("erasure")
  @RolesAllowed(Role.PRIVACY_OFFICER)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary =
          "Destroy a person's data key, and those of everyone linked to them, who are named in"
              + " 'with'; 409 says who they are. Doing it again changes nothing")
  public void erase(
      @PathParam("id") UUID id, @QueryParam("with") @Size(max = 500) List<UUID> with) {
    Again.whenBrokenOff(() -> erasePerson.erase(id, Set.copyOf(with)));
  }
}
