package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Assignment.Rung;

/**
 * Where an assignment stands on its ladder: the rung, whom it has asked there, whom it has told.
 */
@Embeddable
class Search {

  @Convert(converter = Json.OfLadder.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<Rung> ladder = List.of();

  private int rung;
  private int attempt;

  @Convert(converter = Json.OfIds.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<UUID> tried = List.of();

  @Convert(converter = Json.OfIds.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<UUID> told = List.of();

  @Convert(converter = Json.OfInstants.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private Map<UUID, Instant> later = Map.of();

  private @Nullable Instant lateAt;
  private boolean late;

  protected Search() {}

  Search(List<Program> rungs, int rung, Instant now) {
    this.ladder =
        rungs.stream()
            .map(
                program ->
                    new Rung(program.code(), program.version(), program.mode(), program.kind()))
            .toList();
    this.rung = rung;
    this.lateAt = rungs.getFirst().lateAfter(now);
  }

  /** What happens next by itself: the state's deadline, or before it that it becomes late. */
  Optional<Deadline> deadline(AssignmentState state) {
    Optional<Deadline> next = state.deadline();
    Instant late = lateAt;
    return late == null
            || !canBecomeLate(state)
            || next.filter(deadline -> !deadline.dueAt().isAfter(late)).isPresent()
        ? next
        : Optional.of(new Deadline(Deadline.Kind.RESPONSE_TARGET, late));
  }

  boolean becomesLate(AssignmentState state, Instant now) {
    if (lateAt == null || lateAt.isAfter(now) || !canBecomeLate(state)) {
      return false;
    }
    lateAt = null;
    late = true;
    return true;
  }

  private static boolean canBecomeLate(AssignmentState state) {
    return switch (state) {
      case AssignmentState.Proposed s -> true;
      case AssignmentState.Paged s -> true;
      case AssignmentState.Waiting s -> true;
      case AssignmentState.Unattended s -> true;
      case AssignmentState.Told s -> false;
      case AssignmentState.Held s -> false;
      case AssignmentState.Over s -> false;
    };
  }

  boolean late() {
    return late;
  }

  Ladder.Position position(List<Program> rungs) {
    return new Ladder.Position(rungs, rung, Set.copyOf(tried), told, Set.of(), later);
  }

  void paged(Decision.Crew crew) {
    attempt++;
    Set<UUID> all = new HashSet<>(tried);
    all.addAll(crew.staff());
    tried = all.stream().sorted().toList();
    Map<UUID, Instant> others = new HashMap<>(later);
    crew.staff().forEach(others::remove);
    later = others;
  }

  /** From when on somebody could take it is kept. */
  void heard(Answer answer, UUID staff) {
    if (answer instanceof Answer.Decline no && no.notBefore() instanceof Instant from) {
      Map<UUID, Instant> all = new HashMap<>(later);
      all.put(staff, from);
      later = all;
    }
  }

  /** Goes on where another search stood, without those it had found. */
  void asAfter(Search other, List<UUID> had) {
    Set<UUID> all = new HashSet<>(other.tried);
    all.addAll(had);
    tried = all.stream().sorted().toList();
    told = other.told;
    later = other.later;
  }

  void changeRung(int next) {
    rung = next;
    tried = List.of();
  }

  /** Whoever was asked already is not asked anew every morning: in the end a supervisor hears. */
  void waiting(Step.Wait wait) {
    if (!wait.forWorker() && rung == 0 && lateAt != null) {
      // nobody is late before their hours begin
      lateAt = wait.program().lateAfter(wait.until());
    }
  }

  void told(Step.Tell tell) {
    List<UUID> round = new ArrayList<>(tell.newRound() ? List.of() : told);
    round.add(tell.supervisor());
    told = round;
    // whoever is asked to take it from here need not hear that it is late
    lateAt = null;
  }

  void endRound() {
    told = List.of();
  }

  boolean wasTold(UUID staff) {
    return told.contains(staff);
  }

  boolean binds(AssignmentState state) {
    return switch (current().mode()) {
      case ON_SITE, SECOND_RESPONSE -> true;
      case VIRTUAL, CONTROL_ROOM, OUTREACH, FOLLOW_UP ->
          state instanceof AssignmentState.Paged paged
              && !paged.pool()
              && current().kind() == Program.Kind.LIVE_HELP;
    };
  }

  Rung current() {
    return ladder.get(Math.min(rung, ladder.size() - 1));
  }

  List<Rung> ladder() {
    return ladder;
  }

  int rung() {
    return rung;
  }

  int attempt() {
    return attempt;
  }
}
