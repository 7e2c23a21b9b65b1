package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds out when programs will have nobody, while there is still time to ask somebody. */
@ApplicationScoped
public class GapsAhead {

  private final ShiftBook book;
  private final Leaves leaves;
  private final Workers workers;

  GapsAhead(ShiftBook book, Leaves leaves, Workers workers) {
    this.book = book;
    this.leaves = leaves;
    this.workers = workers;
  }

  /** One gap of one program. */
  public record Gap(Program program, Window.Span span) {
    /** As a page shows it, local to the program. */
    public ShownGap shown(Instant now) {
      String zone = program.zone().getId();
      return new ShownGap(
          program.name(),
          ShownTime.of(span.opens(), now, zone),
          ShownTime.of(span.closes(), now, zone));
    }
  }

  /**
   * A gap with its times as they are shown.
   *
   * @param program its name
   */
  public record ShownGap(String program, ShownTime from, ShownTime until) {}

  /** The gaps of these programs between two instants, the next one first. */
  public List<Gap> of(List<Program> programs, Instant from, Instant until) {
    if (programs.isEmpty()) {
      return List.of();
    }
    Map<String, ProgramRota> rota =
        RotaReading.of(book.between(from, until).stream().map(Shift::row).toList());
    Map<UUID, List<Window.Span>> away = leaves.between(from, until);
    List<Gap> gaps = new ArrayList<>();
    for (Program program : programs) {
      ProgramRota theirs = withRoles(program, rota.getOrDefault(program.code(), ProgramRota.EMPTY));
      Gaps.of(program, theirs, away, from, until).forEach(span -> gaps.add(new Gap(program, span)));
    }
    gaps.sort(Comparator.comparing(gap -> gap.span().opens()));
    return gaps;
  }

  private ProgramRota withRoles(Program program, ProgramRota rota) {
    return program.crewRoles().isEmpty()
        ? rota
        : rota.withItsRoles(program, workers.byId(rota.staff()));
  }
}
