package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.Worker;

/**
 * Who may have a place by what they are: whatever the place asks for, and of the team of one side
 * alone. An agency that helps both sides has two teams that do not mix.
 */
@ApplicationScoped
class Teams {

  private static final String IN_FORCE = "the code of a program in force";

  private final Programs programs;
  private final ShiftBook book;

  Teams(Programs programs, ShiftBook book) {
    this.programs = programs;
    this.book = book;
  }

  /**
   * The programs of a shift, as they are now.
   *
   * @param pointer where they are named, for one that is unknown
   * @throws Flaw where one is unknown, crews and others are mixed, or both sides
   */
  List<Program> served(List<String> codes, String pointer) {
    if (codes.isEmpty()) {
      throw new Flaw(pointer, IN_FORCE);
    }
    List<Program> served =
        codes.stream()
            .map(
                code ->
                    programs
                        .present(code)
                        .map(found -> programs.version(found.code(), found.version()))
                        .orElseThrow(() -> new Flaw(pointer, IN_FORCE)))
            .toList();
    Program first = served.getFirst();
    boolean crew = isForCrews(first);
    if (served.stream().anyMatch(one -> isForCrews(one) != crew)) {
      throw new Flaw("/programs", "programs of crews alone, or of none");
    }
    if (served.stream().anyMatch(one -> one.audience() != first.audience())) {
      throw new Flaw("/programs", "programs for one side alone: two sides are two teams");
    }
    return served;
  }

  static boolean isForCrews(Program program) {
    return program.staffing() == Program.Staffing.CREW_OF_TWO;
  }

  /**
   * That somebody may have this place.
   *
   * @param place position within the crew
   * @param rotation whose shifts are laid out anew, and do not count; null: none
   * @throws Problem 409 where they are not what it asks for, or belong to the other side's team
   */
  void fits(Worker worker, int place, List<Program> served, @Nullable UUID rotation, Instant now) {
    for (Program program : served) {
      String role = program.roleAt(place);
      if (!worker.canBe(role)) {
        throw Problem.conflict("not-of-role", "This place asks for a role they do not have.")
            .at("/staff")
            .expected("a worker whose skills name " + role);
      }
    }
    Audience side = served.getFirst().audience();
    for (String code : book.programsAhead(worker.id(), rotation, now)) {
      programs
          .present(code)
          .map(found -> programs.version(found.code(), found.version()))
          .filter(other -> other.audience() != side)
          .ifPresent(
              other -> {
                throw Problem.conflict(
                        "other-team", "Nobody has shifts for both sides: those are two teams.")
                    .at("/staff")
                    .expected("somebody without shifts of " + other.code());
              });
    }
  }
}
