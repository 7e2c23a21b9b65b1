package org.warmhandoff.console.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes over the wire, {@code application/problem+json}; public so that a door which
 * answers row by row can tell a bad row the same way.
 *
 * @param pointer the field that is wrong, as a JSON pointer
 * @param expected what was expected there
 * @param instance identifies this one refusal in the service's log; only where the fault is ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    String type,
    String title,
    int status,
    @Nullable String pointer,
    @Nullable String expected,
    @Nullable String instance) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static ProblemBody of(Problem problem) {
    return new ProblemBody(
        problem.type().toString(),
        problem.title(),
        problem.status(),
        problem.pointer(),
        problem.expected(),
        null);
  }

  /** The words for a status the framework answered without any. */
  public static ProblemBody ofStatus(int status) {
    return of(Problems.ofStatus(status));
  }

  static ProblemBody ofFault(String id) {
    Problem fault =
        Problem.of(500, "fault", "Something went wrong on our side. What was stored stays stored.");
    return new ProblemBody(
        fault.type().toString(), fault.title(), 500, null, null, "urn:fault:" + id);
  }
}
