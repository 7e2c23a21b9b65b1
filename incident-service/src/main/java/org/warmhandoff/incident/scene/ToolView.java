package org.warmhandoff.incident.scene;

import java.util.List;
import org.warmhandoff.incident.RiskTool;

/**
 * A tool of the registry, for whoever may fill in a screen. Codes only: the wording is the tool's
 * own, and is read from its own form.
 *
 * @param licence what may be kept of it
 * @param who any-officer or named-assessor
 * @param mine whether the one who asks may use it
 * @param inclusion codes of which one yes makes the tool one for this incident; none where it
 *     always is
 * @param items codes of its items, in the order of its form
 * @param counted how many answers are counted where only their number is taken; else 0
 * @param judgement none, upward or alone
 */
record ToolView(
    String tool,
    String edition,
    String licence,
    String who,
    boolean mine,
    List<String> inclusion,
    List<String> items,
    int counted,
    String judgement) {

  static ToolView of(RiskTool tool, boolean mine) {
    return new ToolView(
        tool.code(),
        tool.edition(),
        Choices.code(tool.licence()),
        Choices.code(tool.who()),
        mine,
        tool.inclusion(),
        tool.items(),
        tool.counted(),
        Choices.code(tool.judgement()));
  }
}
