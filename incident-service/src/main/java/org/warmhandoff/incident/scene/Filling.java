package org.warmhandoff.incident.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.RiskScreen;
import org.warmhandoff.incident.RiskScreen.Answer;
import org.warmhandoff.incident.RiskScreen.BSafer;
import org.warmhandoff.incident.RiskScreen.Band;
import org.warmhandoff.incident.RiskScreen.Cuts;
import org.warmhandoff.incident.RiskScreen.Dash;
import org.warmhandoff.incident.RiskScreen.Lethality;
import org.warmhandoff.incident.RiskScreen.Odara;
import org.warmhandoff.incident.RiskTool;

/**
 * A screen as it was sent, in codes. It is somebody's answers: it never shows itself.
 *
 * @param answers by the codes of the registry; what is missing was not answered
 * @param judged usual, raised or high; null where no judgement was made
 * @param yes how many answers were yes, for a tool of which only the number is taken
 * @param notAnswered how many were not answered, for the same
 */
record Filling(
    Map<String, String> answers,
    @Nullable String judged,
    @Nullable Integer yes,
    @Nullable Integer notAnswered) {

  /**
   * Reads it by a tool's own rules.
   *
   * @throws Problem 422 where it is no answer to this tool
   */
  RiskScreen as(RiskTool tool, Cuts odara) {
    onlyCodesOf(tool);
    if (tool.counted() == 0 && (yes != null || notAnswered != null)) {
      throw Problem.wrong("not-counted", "This tool takes answers, not their number.")
          .at(yes == null ? "/notAnswered" : "/yes");
    }
    return switch (tool) {
      case LETHALITY -> new Lethality(all(tool.items()), judgement(tool) == Band.HIGH);
      case ODARA -> {
        if (judged != null) {
          throw Problem.wrong("no-judgement", "This tool has no judgement beside its number.")
              .at("/judged");
        }
        yield new Odara(all(tool.inclusion()), all(tool.items()), odara);
      }
      case DASH -> dash(tool);
      case B_SAFER -> {
        if (judged == null) {
          throw Problem.wrong("judgement-missing", "This tool is a judgement, and there is none.")
              .at("/judged")
              .expected("one of usual, raised, high");
        }
        yield new BSafer(judgement(tool));
      }
    };
  }

  private Dash dash(RiskTool tool) {
    int silent = notAnswered == null ? 0 : notAnswered;
    if (yes == null) {
      throw Problem.wrong("count-missing", "How many were answered yes?")
          .at("/yes")
          .expected("a number from 0 to " + tool.counted());
    }
    if (yes < 0 || silent < 0 || yes > tool.counted() || silent > tool.counted() - yes) {
      throw Problem.wrong("wrong-count", "This tool has fewer questions.")
          .at("/yes")
          .expected("together at most " + tool.counted());
    }
    return new Dash(yes, silent, judgement(tool));
  }

  /** A tool that can only be judged upward is not judged where nothing above usual is said. */
  private Band judgement(RiskTool tool) {
    if (judged == null || judged.isBlank()) {
      return Band.USUAL;
    }
    Band band = Choices.of(Band.class, judged, "/judged");
    if (tool == RiskTool.LETHALITY && band == Band.RAISED) {
      throw Problem.wrong("unknown-code", "This tool knows no such judgement.")
          .at("/judged")
          .expected("one of usual, high");
    }
    return band;
  }

  private void onlyCodesOf(RiskTool tool) {
    Set<String> known = new HashSet<>(tool.items());
    known.addAll(tool.inclusion());
    if (!known.containsAll(answers.keySet())) {
      throw Problem.wrong("unknown-item", "This tool has no such item.")
          .at("/answers")
          .expected(
              known.isEmpty() ? "no answers, only what they come to" : "codes of the registry");
    }
  }

  private List<Answer> all(List<String> codes) {
    return codes.stream()
        .map(
            code -> {
              String given = answers.get(code);
              return given == null || given.isBlank()
                  ? Answer.NOT_ANSWERED
                  : Choices.of(Answer.class, given, "/answers/" + code);
            })
        .toList();
  }

  @Override
  public String toString() {
    return "Filling";
  }
}
