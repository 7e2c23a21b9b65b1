package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When a program's window is open and nobody could be called on. Outside its windows nobody is
 * missed: that is by design.
 */
public final class Gaps {

  private Gaps() {}

  /**
   * The gaps between two instants, in order.
   *
   * @param away each worker's leave
   */
  public static List<Window.Span> of(
      Program program,
      ProgramRota rota,
      Map<UUID, List<Window.Span>> away,
      Instant from,
      Instant until) {
    List<Window.Span> open = new ArrayList<>();
    for (Window window : program.windows()) {
      for (Occurrence occurrence : window.between(from, until)) {
        open.add(clipped(occurrence.span(), from, until));
      }
    }
    List<Window.Span> covered = new ArrayList<>();
    for (Rostered crew : rota.of(program.staffing())) {
      List<Window.Span> leave =
          crew.crew().staff().stream()
              .flatMap(staff -> away.getOrDefault(staff, List.of()).stream())
              .toList();
      covered.addAll(Spans.without(crew.duties().stream().map(Duty::span).toList(), leave));
    }
    return Spans.without(open, covered);
  }

  private static Window.Span clipped(Window.Span span, Instant from, Instant until) {
    return new Window.Span(
        span.opens().isBefore(from) ? from : span.opens(),
        span.closes().isAfter(until) ? until : span.closes());
  }
}
