package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Answer;

/**
 * Takes an answer, and again where the database broke a deadlock at its cost: a worker who said yes
 * must not read of a fault because a batch of facts wanted the same rows the other way round.
 */
@ApplicationScoped
public class TakeAnswer {

  private static final int ATTEMPTS = 4;
  private static final int DEEPEST_CAUSE = 8;

  /** PostgreSQL: deadlock detected, serialization failure. */
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40P01", "40001");

  private final AnswerAssignment answerAssignment;

  TakeAnswer(AnswerAssignment answerAssignment) {
    this.answerAssignment = answerAssignment;
  }

  public void take(UUID assignment, Answer answer, UUID staff) {
    for (int attempt = 1; ; attempt++) {
      try {
        answerAssignment.answer(assignment, answer, staff);
        return;
      } catch (RuntimeException failed) {
        if (attempt == ATTEMPTS || !worthAnotherTry(failed)) {
          throw failed;
        }
      }
    }
  }

  private static boolean worthAnotherTry(Throwable failed) {
    @Nullable Throwable cause = failed;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql && WORTH_ANOTHER_TRY.contains(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
