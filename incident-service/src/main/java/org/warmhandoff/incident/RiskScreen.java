package org.warmhandoff.incident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances.Urgency;

/**
 * A risk screen as somebody filled it in. There is no result that denies help: the least a screen
 * can say is nothing.
 */
public sealed interface RiskScreen {

  RiskTool tool();

  /** What it comes to. */
  Result result();

  /** An answer to one item. Not answered is an answer of its own and never counts as a no. */
  enum Answer {
    YES,
    NO,
    NOT_ANSWERED
  }

  /** How urgent help is by this screen. */
  enum Band {
    /** The screen has no band, or gives no reason to hurry more than for any incident. */
    USUAL,
    RAISED,
    HIGH;

    /** The band of what was told. */
    public static Band of(@Nullable Urgency told) {
      return switch (told) {
        case null -> USUAL;
        case RAISED -> RAISED;
        case HIGH -> HIGH;
      };
    }

    /** As it is told; empty where there is nothing to tell. */
    public Optional<Urgency> urgency() {
      return switch (this) {
        case USUAL -> Optional.empty();
        case RAISED -> Optional.of(Urgency.RAISED);
        case HIGH -> Optional.of(Urgency.HIGH);
      };
    }
  }

  /** Why a screen says what it says. */
  enum Ground {
    /** By the answers alone. */
    SCORE,
    /** By the judgement of who filled it in, whatever the answers add up to. */
    JUDGEMENT,
    /** The tool is not made for this incident: its answers are kept and are no result. */
    NOT_INCLUDED,
    /** Nobody answered whether the tool is made for this incident: no result either. */
    INCLUSION_UNANSWERED,
    /** Too little was answered to say anything. */
    UNANSWERED
  }

  /**
   * A result.
   *
   * @param score where the tool has a number and it may be read; null where it has none
   * @param unanswered how many items nobody could answer: the true number is at most that much
   *     higher
   */
  record Result(Band band, Ground ground, @Nullable Integer score, int unanswered) {}

  /** The lethality screen; {@code believedHigh} is the officer's belief beside the answers. */
  record Lethality(List<Answer> answers, boolean believedHigh) implements RiskScreen {

    private static final int FIRST = 3;
    private static final int ENOUGH_OF_THE_OTHERS = 4;

    public Lethality {
      answers = answered(answers, RiskTool.LETHALITY);
    }

    @Override
    public RiskTool tool() {
      return RiskTool.LETHALITY;
    }

    @Override
    public Result result() {
      int unanswered = unanswered(answers);
      int others = yes(answers.subList(FIRST, answers.size()));
      if (yes(answers.subList(0, FIRST)) > 0 || others >= ENOUGH_OF_THE_OTHERS) {
        return new Result(Band.HIGH, Ground.SCORE, null, unanswered);
      }
      if (believedHigh) {
        return new Result(Band.HIGH, Ground.JUDGEMENT, null, unanswered);
      }
      boolean silent = unanswered == answers.size();
      return new Result(Band.USUAL, silent ? Ground.UNANSWERED : Ground.SCORE, null, unanswered);
    }
  }

  /**
   * ODARA. Norms, bands and the correction for missing items are licensed and not here: the number
   * is told as it is, an item nobody could answer adds nothing and is counted as such, and it
   * raises urgency only from where the installation says so.
   *
   * @param inclusion whether there was physical contact, and whether death was credibly threatened
   *     with a weapon in hand
   */
  record Odara(List<Answer> inclusion, List<Answer> items, Cuts cuts) implements RiskScreen {

    public Odara {
      if (inclusion.size() != RiskTool.ODARA.inclusion().size()) {
        throw new IllegalArgumentException("exactly two answers on inclusion");
      }
      inclusion = List.copyOf(inclusion);
      items = answered(items, RiskTool.ODARA);
    }

    @Override
    public RiskTool tool() {
      return RiskTool.ODARA;
    }

    @Override
    public Result result() {
      int unanswered = unanswered(items);
      if (yes(inclusion) == 0) {
        boolean settled = inclusion.stream().allMatch(Answer.NO::equals);
        return new Result(
            Band.USUAL,
            settled ? Ground.NOT_INCLUDED : Ground.INCLUSION_UNANSWERED,
            null,
            unanswered);
      }
      if (unanswered == items.size()) {
        return new Result(Band.USUAL, Ground.UNANSWERED, null, unanswered);
      }
      int score = yes(items);
      return new Result(cuts.band(score), Ground.SCORE, score, unanswered);
    }
  }

  /**
   * From which number on a score hurries; null where nobody settled it, and then none does.
   *
   * @param raisedFrom lowest score that is raised
   * @param highFrom lowest score that is high
   */
  record Cuts(@Nullable Integer raisedFrom, @Nullable Integer highFrom) {

    public static final Cuts NONE = new Cuts(null, null);

    Band band(int score) {
      if (highFrom != null && score >= highFrom) {
        return Band.HIGH;
      }
      return raisedFrom != null && score >= raisedFrom ? Band.RAISED : Band.USUAL;
    }
  }

  /**
   * DASH: how many of 24 were answered yes and how many not at all, and what whoever asked judges
   * it to be; a judgement counts where it says more than the number.
   */
  record Dash(int yes, int notAnswered, Band judged) implements RiskScreen {

    static final int QUESTIONS = 24;
    private static final Cuts CUTS = new Cuts(10, 14);

    public Dash {
      if (yes < 0 || notAnswered < 0 || yes + notAnswered > QUESTIONS) {
        throw new IllegalArgumentException("counts of at most " + QUESTIONS + " together");
      }
    }

    @Override
    public RiskTool tool() {
      return RiskTool.DASH;
    }

    @Override
    public Result result() {
      Band counted = CUTS.band(yes);
      if (judged.compareTo(counted) > 0) {
        return new Result(judged, Ground.JUDGEMENT, yes, notAnswered);
      }
      return notAnswered == QUESTIONS
          ? new Result(Band.USUAL, Ground.UNANSWERED, null, notAnswered)
          : new Result(counted, Ground.SCORE, yes, notAnswered);
    }
  }

  /** B-SAFER: what its assessor judges. It has no number, and none is made of it. */
  record BSafer(Band judged) implements RiskScreen {

    @Override
    public RiskTool tool() {
      return RiskTool.B_SAFER;
    }

    @Override
    public Result result() {
      return new Result(judged, Ground.JUDGEMENT, null, 0);
    }
  }

  private static List<Answer> answered(List<Answer> answers, RiskTool tool) {
    if (answers.size() != tool.items().size()) {
      throw new IllegalArgumentException("exactly " + tool.items().size() + " answers");
    }
    return List.copyOf(answers);
  }

  private static int yes(List<Answer> answers) {
    return count(answers, Answer.YES);
  }

  private static int unanswered(List<Answer> answers) {
    return count(answers, Answer.NOT_ANSWERED);
  }

  private static int count(List<Answer> answers, Answer wanted) {
    return Math.toIntExact(answers.stream().filter(wanted::equals).count());
  }
}
