package org.warmhandoff.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who has shifts in a program.
 *
 * @param alone each worker by themselves
 * @param together those who share a shift, where every place of it is taken
 */
public record ProgramRota(List<Rostered> alone, List<Rostered> together) {
  static final ProgramRota EMPTY = new ProgramRota(List.of(), List.of());

  public ProgramRota {
    alone = List.copyOf(alone);
    together = List.copyOf(together);
  }

  /** The same without the crews of which one is not what their place asks for. */
  ProgramRota withItsRoles(Program program, Map<UUID, Worker> workers) {
    return new ProgramRota(
        alone, together.stream().filter(one -> program.hasItsRoles(one.crew(), workers)).toList());
  }

  public List<Rostered> of(Program.Staffing staffing) {
    return switch (staffing) {
      case CREW_OF_TWO -> together;
      case ROTA, POOL -> alone;
    };
  }

  public Set<UUID> staff() {
    return alone.stream()
        .flatMap(one -> one.crew().staff().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
