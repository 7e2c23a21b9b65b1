package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.console.problem.ProblemBody;
import org.warmhandoff.incident.Report;

/** A row of a history import; {@code number} counts lines from 1. */
sealed interface HistoryRow {

  long number();

  /** What orders the rows of a group. */
  String externalId();

  /** A row that could be read. */
  record Readable(long number, Report report) implements HistoryRow {
    @Override
    public String externalId() {
      return report.externalId();
    }
  }

  /** A row that could not. */
  record Refused(long number, Problem problem) implements HistoryRow {
    @Override
    public String externalId() {
      return "";
    }
  }

  /**
   * What became of a row.
   *
   * @param status the HTTP status it would have got by itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(
      long row,
      int status,
      Receipt.@Nullable Outcome outcome,
      @Nullable UUID incident,
      @Nullable ProblemBody problem) {

    static Told of(long row, Receipt receipt) {
      return new Told(row, receipt.status(), receipt.outcome(), receipt.incident(), null);
    }

    static Told of(long row, Problem problem) {
      return new Told(row, problem.status(), null, null, ProblemBody.of(problem));
    }
  }
}
