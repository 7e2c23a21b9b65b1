package org.warmhandoff.analytics;

/**
 * The English words of the definitions, said once for the API and the page. Whoever changes what
 * one of them means raises the measure's version.
 */
public final class Wording {

  public static final String CONNECTED_TITLE = "How many victims reached a worker?";
  public static final String CONNECTED_TEXT =
      "A victim is a person recorded as victim of a live or historical domestic incident that a"
          + " program for victims found eligible at any weighing. Each victim counts once per"
          + " incident. Her window has passed when the last service window of the programs that"
          + " found her eligible has closed, and at the latest 72 hours after receipt. Contact is"
          + " recorded per incident: where one incident has several victims, contact counts for"
          + " each. By program and by mode she is counted under the program whose assignment was"
          + " opened first for her, whoever answered in the end, or under not-opened.";
  public static final String CONNECTED_NUMERATOR =
      "victims with at least one two-way live contact with a worker";
  public static final String CONNECTED_DENOMINATOR =
      "eligible victims whose window has passed when the release closed";
  public static final String CONNECTED_TRAP =
      "Being connected says nothing about safety afterwards. Domestic in a police feed includes"
          + " family: it is domestic, not intimate partner violence alone.";

  public static final String OUTCOME_TITLE = "What came of the contacts?";
  public static final String OUTCOME_TEXT =
      "Over the same victims as the connected share, whether or not their window has passed. A"
          + " victim with several assignments counts once, with the furthest outcome in the order"
          + " referred, already supported, declined, unreachable, unsafe to contact, not offered.";
  public static final String OUTCOME_NUMERATOR =
      "referred, already supported, declined; unreachable, unsafe to contact, not offered";
  public static final String OUTCOME_DENOMINATOR =
      "for the first three: engaged victims, the sum of the three; for the others: eligible victims";
  public static final String OUTCOME_TRAP =
      "Declined is a choice and no failure; an officer's report that someone would decline is"
          + " not counted as one.";

  public static final String FUNNEL_TITLE = "How far did referrals get?";
  public static final String FUNNEL_TEXT =
      "Referrals of live and historical incidents, each counted once at the furthest step it"
          + " reached; creating and sending are one commit. First contact is the agency's"
          + " in-progress or completed. Rejected and withdrawn count those never accepted. Refused"
          + " are those the consent gate stopped; they were never created.";
  public static final String FUNNEL_NUMERATOR =
      "referrals accepted, with first contact, completed; rejected, withdrawn; refused";
  public static final String FUNNEL_DENOMINATOR = "referrals created";
  public static final String FUNNEL_TRAP =
      "A young referral had less time to get far: compare periods of the same age.";

  public static final String LATENCY_TITLE = "How fast was each step?";
  public static final String LATENCY_TEXT =
      "Median and 90th percentile (nearest rank, whole seconds) between two instants of business"
          + " time. Trigger is when a program for victims starts to look for a worker; page is the"
          + " first page of that assignment; accepted, arrival and contact are the first of each."
          + " Consent to sent and sent to accepted are over referrals. By program and by mode:"
          + " where the assignment was placed last, or the referral's program.";
  public static final String LATENCY_NUMERATOR = "seconds between the two instants of a step";
  public static final String LATENCY_DENOMINATOR = "assignments or referrals that took the step";
  public static final String LATENCY_TRAP =
      "Only steps that were taken have a duration: a page nobody answered is not in here. Shown"
          + " only for ten or more, and without the number, which could be subtracted.";

  public static final String NOT_PROTECTED =
      "Protected: no small number of a table can be worked out from all tables of one measure of"
          + " one release, by any grouping, whole or by whole weeks; the two measures of victims are"
          + " weighed together. Only the latest release is answered from. Not protected yet:"
          + " subtracting an answer kept from an earlier release, setting outcomes beside referrals,"
          + " combining groupings with weeks down to a combination no table prints, how many"
          + " victims' windows are still open, percentiles of overlapping groups, and what a reader"
          + " knows about single cases from elsewhere.";

  private Wording() {}
}
