package org.warmhandoff.notification.rostering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.WindowSpec;

/** Who is on duty, and when. */
@Path("/api/v1/rota")
public class RotaResource {

  private static final Duration A_WEEK = Duration.ofDays(7);

  private final PutRotation putRotation;
  private final EndRotation endRotation;
  private final ReadRota readRota;
  private final Caller caller;
  private final InstantSource clock;

  RotaResource(
      PutRotation putRotation,
      EndRotation endRotation,
      ReadRota readRota,
      Caller caller,
      InstantSource clock) {
    this.putRotation = putRotation;
    this.endRotation = endRotation;
    this.readRota = readRota;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Who is on duty in the caller's programs, the gaps of their hours, and leave to be decided.
   *
   * @param from instant with an offset; now where absent
   * @param until instant with an offset; a week later where absent, 31 days at most
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    Role.ADMINISTRATOR,
    Role.DISPATCHER,
    Role.SUPERVISOR,
    Role.SOCIAL_WORKER,
    Role.OUTREACH_WORKER
  })
  public RotaView read(
      @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
    Instant starts = from == null ? clock.instant() : instant(from, "/from");
    Instant ends = until == null ? starts.plus(A_WEEK) : instant(until, "/until");
    if (!ends.isAfter(starts)) {
      throw new Flaw("/until", "an instant after from").problem();
    }
    return readRota.read(new Window.Span(starts, ends), reader(caller));
  }

  private static Instant instant(String given, String pointer) {
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Flaw(pointer, "an instant with an offset, as 2026-11-23T08:00:00-05:00").problem();
    }
  }

  static ReadRota.Reader reader(Caller caller) {
    if (caller.has(Role.ADMINISTRATOR)) {
      return new ReadRota.Reader(null, null, true);
    }
    return caller.has(Role.DISPATCHER)
        ? new ReadRota.Reader(null, caller.policeService(), false)
        : new ReadRota.Reader(caller.staff(), null, false);
  }

  /**
   * A rota entry; its window is in the first program's zone.
   *
   * @param program the one program it serves; or several in programs
   * @param staff workers who each answer alone, or the two of a crew; or groups that take turns
   * @param groups each as staff; they take turns
   * @param zones codes of the municipalities they cover, nearest first; absent or empty: everywhere
   *     alike
   * @param turnWeeks how many weeks a turn lasts; 1 where absent
   * @param turnsFrom local date the first group's first turn begins on; 2018-01-01, a Monday, where
   *     absent
   */
  public record Entry(
      @Nullable String program,
      @Nullable List<String> programs,
      @Nullable List<UUID> staff,
      @Nullable List<List<UUID>> groups,
      @Nullable List<String> zones,
      @Nullable Integer turnWeeks,
      @Nullable String turnsFrom,
      @Nullable WindowSpec window) {}

  /**
   * Puts or replaces an entry: its shifts are laid out from now on. What somebody swapped or took
   * over moves with its shift.
   */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void put(UUID id, Entry entry) {
    if (entry == null) {
      throw Problem.unreadable("no-body", "A rota entry was expected.");
    }
    List<String> programs = new ArrayList<>();
    if (entry.program() != null) {
      programs.add(entry.program());
    }
    if (entry.programs() != null) {
      programs.addAll(entry.programs());
    }
    List<List<UUID>> groups = new ArrayList<>();
    if (entry.staff() != null) {
      groups.add(entry.staff());
    }
    if (entry.groups() != null) {
      groups.addAll(entry.groups());
    }
    try {
      putRotation.put(
          id,
          new PutRotation.Given(
              programs.stream().distinct().toList(),
              groups,
              entry.zones() == null ? List.of() : entry.zones(),
              entry.turnWeeks(),
              entry.turnsFrom(),
              entry.window()));
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }

  /** Ends an entry: its shifts from now on go, what was worked stays known. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  public void end(UUID id) {
    endRotation.end(id);
  }
}
