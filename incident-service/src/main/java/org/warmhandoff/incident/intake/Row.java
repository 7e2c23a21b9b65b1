package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.console.problem.ProblemBody;
import org.warmhandoff.incident.Report;

/** A report of many that came at once; {@code number} counts from 1, empty lines included. */
sealed interface Row {

  long number();

  /** The row a reader makes, or its refusal. */
  static Row read(long number, LongFunction<Readable> reader) {
    try {
      return reader.apply(number);
    } catch (Problem refused) {
      return new Refused(number, refused);
    }
  }

  /** What orders the rows of a group. */
  String externalId();

  /** About how many bytes of memory it takes. */
  long bytes();

  /**
   * A row that could be read.
   *
   * @param key of the event it came in, if it came in one
   */
  record Readable(long number, Report report, @Nullable String key) implements Row {
    @Override
    public String externalId() {
      return report.externalId();
    }

    @Override
    public long bytes() {
      return Load.of(report);
    }
  }

  /** A row that could not. */
  record Refused(long number, Problem problem) implements Row {

    /** A problem and its trace. */
    private static final long PROBLEM = 1024;

    @Override
    public String externalId() {
      return "";
    }

    @Override
    public long bytes() {
      return PROBLEM;
    }
  }

  /**
   * What became of a row.
   *
   * @param status the HTTP status it would have got by itself
   * @param flags what was odd about it; counted, and not told
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(
      long row,
      int status,
      Receipt.@Nullable Outcome outcome,
      @Nullable UUID incident,
      @Nullable ProblemBody problem,
      @JsonIgnore @Schema(hidden = true) List<String> flags) {

    static Told of(long row, Receipt receipt) {
      return new Told(
          row, receipt.status(), receipt.outcome(), receipt.incident(), null, receipt.flags());
    }

    static Told of(long row, Problem problem) {
      return new Told(row, problem.status(), null, null, ProblemBody.of(problem), List.of());
    }
  }
}
