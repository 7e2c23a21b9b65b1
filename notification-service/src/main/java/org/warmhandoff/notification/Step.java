package org.warmhandoff.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an assignment does next. Steps are planned by {@link Ladder} and carried out in order. */
public sealed interface Step {

  /**
   * These workers are paged and have until {@code answerBy}.
   *
   * @param pool whether it is offered to each of them alone: the first one has it
   */
  record PageCrew(Program program, Decision.Crew crew, Instant answerBy, boolean pool)
      implements Step {
    PageCrew(Program program, Decision.Crew crew, Instant answerBy) {
      this(program, crew, answerBy, false);
    }

    /** Whether who is paged is free for nothing else that is urgent until they answer. */
    boolean binding() {
      return !pool && (program.bindsToScene() || program.kind() == Program.Kind.LIVE_HELP);
    }
  }

  /** The program below takes over. */
  record ChangeRung(Program from, Program to, int rung) implements Step {}

  /**
   * It waits for the program's window.
   *
   * @param forWorker for someone who can take it then, instead
   */
  record Wait(Program program, Instant until, boolean forWorker) implements Step {}

  /** Nobody is left: this supervisor is told and has until {@code answerBy}. */
  record Tell(Program program, UUID supervisor, Instant answerBy, boolean newRound)
      implements Step {}

  /** Not even a supervisor can be told; everyone is tried again at {@code retryAt}. */
  record Unattended(Program program, Instant retryAt) implements Step {}

  /**
   * Called off.
   *
   * @param by who did so; null where a fact did
   */
  record StandDown(Reason reason, Instant acknowledgeBy, @Nullable UUID by) implements Step {
    StandDown(Reason reason, Instant acknowledgeBy) {
      this(reason, acknowledgeBy, null);
    }
  }

  /** Passed on by hand; another assignment goes on. */
  record Reassign(Reason reason, Instant acknowledgeBy, UUID by, UUID to) implements Step {}
}
