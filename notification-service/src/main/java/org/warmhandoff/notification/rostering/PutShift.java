package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.Shifts;
import org.warmhandoff.notification.Window;

/** Puts a single shift beside the rotations: one place, or those of a crew. */
@ApplicationScoped
public class PutShift {

  private static final int CREW = 2;
  private static final int MOST_PLACES = 20;
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Teams teams;
  private final ShiftBook book;
  private final Shifts shifts;
  private final Placing placing;
  private final RosteringActs acts;
  private final InstantSource clock;

  PutShift(
      Teams teams,
      ShiftBook book,
      Shifts shifts,
      Placing placing,
      RosteringActs acts,
      InstantSource clock) {
    this.teams = teams;
    this.book = book;
    this.shifts = shifts;
    this.placing = placing;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * A shift as it is given.
   *
   * @param programs codes of those it serves
   * @param staff one for each place; null: it is open for whoever signs up
   * @param zones codes of municipalities, nearest first; empty: everywhere alike
   */
  public record Given(
      List<String> programs, List<@Nullable UUID> staff, List<String> zones, Window.Span span) {
    public Given {
      programs = List.copyOf(programs);
      zones = List.copyOf(zones);
    }
  }

  /**
   * Puts it; the same again changes nothing.
   *
   * @param id of the crew, or of the one place alone
   * @return the id of each place, in order
   * @throws Flaw where a program is unknown, a crew is not two, or both sides are served
   * @throws Problem 404 where a program is not theirs to plan, 409 where this id is another shift,
   *     or somebody cannot work then
   */
  @Transactional
  public List<UUID> put(UUID id, Given given, Planner planner) {
    shifts.changed();
    Instant now = clock.instant();
    List<Program> served = teams.served(given.programs(), "/programs");
    if (!placing.mayPlan(planner, given.programs())) {
      throw Placing.none();
    }
    check(given, served, now);
    List<String> zones = List.copyOf(Codes.all(given.zones(), "/zones"));
    List<Shift> present = book.ofCrew(id);
    if (!present.isEmpty()) {
      return same(present, given);
    }
    List<UUID> ids = new ArrayList<>();
    for (int place = 0; place < given.staff().size(); place++) {
      UUID staff = given.staff().get(place);
      Shift shift = new Shift(placeOf(id, place), id, place, served, zones, given.span());
      if (staff != null) {
        placing.fits(staff, shift, List.of(), now);
      }
      shift.give(staff);
      book.persistAndFlush(shift);
      ids.add(shift.id());
      acts.keep(planner.name(), Act.SHIFT_PUT, shift.id(), null, staff, null, now);
    }
    return ids;
  }

  private static List<UUID> same(List<Shift> present, Given given) {
    boolean same =
        present.size() == given.staff().size()
            && present.stream()
                .allMatch(
                    one ->
                        one.span().equals(given.span())
                            && one.programs().equals(given.programs())
                            && Objects.equals(one.staff(), given.staff().get(one.place())));
    if (!same) {
      throw Problem.conflict("other-shift", "This id is another shift.")
          .expected("a new id; a shift that changes is called off and put anew");
    }
    return present.stream().map(Shift::id).toList();
  }

  private static void check(Given given, List<Program> served, Instant now) {
    Window.Span span = given.span();
    if (!span.closes().isAfter(span.opens())
        || Duration.between(span.opens(), span.closes()).compareTo(LONGEST) > 0) {
      throw new Flaw("/ends", "an instant after starts, 24 hours later at most");
    }
    if (!span.closes().isAfter(now)) {
      throw new Flaw("/ends", "an instant that is not past");
    }
    boolean crew = Teams.isForCrews(served.getFirst());
    int places = given.staff().size();
    if (places == 0 || places > MOST_PLACES || (crew && places != CREW)) {
      throw new Flaw("/staff", crew ? "two places" : "1 to 20 places, null where one is open");
    }
  }

  private static UUID placeOf(UUID id, int place) {
    return UUID.nameUUIDFromBytes((id + "/" + place).getBytes(StandardCharsets.UTF_8));
  }
}
