package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/** Shifts from files, each row by itself. */
@Path("/api/v1/rota/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

  private static final int MOST = 2_000;
  private static final String CSV = "text/csv";

  private final PutShift putShift;
  private final Caller caller;
  private final InstantSource clock;

  ImportResource(PutShift putShift, Caller caller, InstantSource clock) {
    this.putShift = putShift;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What became of a file.
   *
   * @param taken how many rows are shifts now, or were before
   */
  public record Imported(int taken, List<Refused> refused) {}

  /**
   * A row that is none.
   *
   * @param row its number, the first is 1
   * @param pointer where in it
   */
  public record Refused(
      int row, String problem, @Nullable String pointer, @Nullable String expected) {}

  /**
   * Takes what are shifts, and tells what is wrong with each other row: of CSV with the columns
   * staff, programs, starts, ends and zones, or of a calendar (RFC 5545), whose recurring events
   * are shifts for the next eight weeks. The same file again changes nothing.
   *
   * @param program of a calendar's shifts, code; several by commas
   * @param staff whose a calendar's shifts are; absent: they are open
   * @param zone IANA zone of a calendar's times that name none; UTC where absent
   */
  @POST
  @Consumes({CSV, "text/calendar"})
  @RolesAllowed({Role.ADMINISTRATOR, Role.SUPERVISOR})
  public Imported file(
      String text,
      @QueryParam("program") @Nullable String program,
      @QueryParam("staff") @Nullable UUID staff,
      @QueryParam("zone") @Nullable String zone,
      @Context HttpHeaders headers) {
    try {
      return take(
          MediaType.valueOf(CSV).isCompatible(headers.getMediaType())
              ? ImportCsv.read(text, MOST)
              : calendar(text, program, staff, zone));
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }

  private List<ImportRow> calendar(
      String text, @Nullable String program, @Nullable UUID staff, @Nullable String zone) {
    if (program == null || program.isBlank()) {
      throw new Flaw("/program", "the code of a program");
    }
    Instant now = clock.instant();
    return ImportCalendar.read(
        text,
        new ImportCalendar.Whose(
            List.of(program.split(",")),
            staff,
            zone == null ? ZoneId.of("UTC") : OwnRotaResource.zone(zone)),
        new Window.Span(now, now.plus(LayOutShifts.AHEAD)),
        MOST);
  }

  private Imported take(List<ImportRow> rows) {
    List<Refused> refused = new ArrayList<>();
    Planner planner = ShiftResource.planner(caller);
    for (ImportRow row : rows) {
      try {
        take(row, planner);
      } catch (Flaw flaw) {
        refused.add(
            new Refused(row.number(), "wrong-configuration", flaw.pointer(), flaw.expected()));
      } catch (Problem problem) {
        refused.add(
            new Refused(row.number(), problem.code(), problem.pointer(), problem.expected()));
      }
    }
    return new Imported(rows.size() - refused.size(), refused);
  }

  private void take(ImportRow row, Planner planner) {
    if (row.flaw() instanceof Flaw flaw) {
      throw flaw;
    }
    if (row.shift() instanceof ImportRow.One one) {
      putShift.put(
          UUID.nameUUIDFromBytes(one.toString().getBytes(StandardCharsets.UTF_8)),
          new PutShift.Given(
              one.programs(), Collections.singletonList(one.staff()), one.zones(), one.span()),
          planner);
    }
  }
}
