package org.warmhandoff.notification.administering;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.ProgramSpec;

/** Programs as data. */
@Path("/api/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
public class ProgramResource {

  private final PutProgram putProgram;
  private final ListPrograms listPrograms;
  private final Caller caller;

  ProgramResource(PutProgram putProgram, ListPrograms listPrograms, Caller caller) {
    this.putProgram = putProgram;
    this.listPrograms = listPrograms;
    this.caller = caller;
  }

  /** What a PUT answers: the version that is in force now. */
  public record Put(String code, int version) {}

  /** A program in force, with its version beside its fields. */
  public record Shown(int version, @JsonUnwrapped ProgramSpec program) {}

  /** Puts a new version; the same content again changes nothing. */
  @PUT
  @Path("/{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public Put put(String code, ProgramSpec program) {
    if (program == null) {
      throw Problem.unreadable("no-body", "A program was expected.");
    }
    if (program.code() != null && !Objects.equals(code, program.code())) {
      throw Problem.wrong("wrong-program", "The code differs from the address.").at("/code");
    }
    try {
      return new Put(code, putProgram.put(code, program, caller.userName()));
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }

  /** Every program in force. */
  @GET
  @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR})
  public List<Shown> list() {
    return listPrograms.list().stream()
        .map(found -> new Shown(found.version(), found.body()))
        .toList();
  }
}
