package org.warmhandoff.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The registry of risk screens. A tool is its code, its edition, its items and how they are added
 * up; its wording belongs to whoever made it and is read from the tool's own form. What a screen
 * comes to raises urgency and never takes anything from anyone.
 */
public enum RiskTool {
  /**
   * Lethality screen of first responders (Maryland Network Against Domestic Violence): any yes in
   * items 1 to 3, else four or more in 4 to 11, is high; else the officer may believe it to be.
   */
  LETHALITY("lethality", "LAP-11", Licence.TERMS_NOT_VERIFIED, Who.ANY_OFFICER, 0, 11),
  /**
   * Ontario Domestic Assault Risk Assessment (Hilton and others, 2004; Waypoint): thirteen items of
   * one point. Only where the latest assault had physical contact, or death was credibly threatened
   * with a weapon in hand; no charge is needed.
   */
  ODARA("odara", "ODARA-13", Licence.ITEM_CODES_ONLY, Who.ANY_OFFICER, 2, 13),
  /**
   * Dash checklist (SafeLives), 24 answers: 10 to 13 medium, 14 or more high, and professional
   * judgement above the number. Counts are stored, answers are not taken.
   */
  DASH("dash", "DASH-24", Licence.COUNTS_ONLY, Who.ANY_OFFICER, 0, 0),
  /** B-SAFER (Kropp, Hart and Belfrage): structured judgement of a trained assessor, no number. */
  B_SAFER("b-safer", "B-SAFER-2", Licence.LICENSED, Who.NAMED_ASSESSOR, 0, 0);

  private final String code;
  private final String edition;
  private final Licence licence;
  private final Who who;
  private final List<String> inclusion;
  private final List<String> items;

  RiskTool(String code, String edition, Licence licence, Who who, int inclusion, int items) {
    this.code = code;
    this.edition = edition;
    this.licence = licence;
    this.who = who;
    this.inclusion = numbered("inclusion-", inclusion);
    this.items = numbered("item-", items);
  }

  /** What may be kept of a tool. */
  public enum Licence {
    TERMS_NOT_VERIFIED,
    ITEM_CODES_ONLY,
    COUNTS_ONLY,
    LICENSED
  }

  /** Who may fill it in. */
  public enum Who {
    ANY_OFFICER,
    /** Only whom an administrator named as trained and licensed for it. */
    NAMED_ASSESSOR
  }

  /** How far the judgement of whoever fills it in counts. */
  public enum Judgement {
    NONE,
    /** It may say more than the number, and never less. */
    UPWARD,
    /** It is the result: there is no number. */
    ALONE
  }

  /** The tool with this code. */
  public static Optional<RiskTool> of(String code) {
    return Arrays.stream(values()).filter(tool -> tool.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  public String edition() {
    return edition;
  }

  public Licence licence() {
    return licence;
  }

  public Who who() {
    return who;
  }

  /** Codes of what decides whether the tool is made for an incident; one yes is enough. */
  public List<String> inclusion() {
    return inclusion;
  }

  /** Codes of its items, in the order of the tool's own form. */
  public List<String> items() {
    return items;
  }

  /** How many answers it counts where it takes no answers but their number; else 0. */
  public int counted() {
    return this == DASH ? RiskScreen.Dash.QUESTIONS : 0;
  }

  public Judgement judgement() {
    return switch (this) {
      case ODARA -> Judgement.NONE;
      case LETHALITY, DASH -> Judgement.UPWARD;
      case B_SAFER -> Judgement.ALONE;
    };
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> prefix + number).toList();
  }
}
