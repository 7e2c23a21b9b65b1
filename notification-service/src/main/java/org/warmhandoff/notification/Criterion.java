package org.warmhandoff.notification;

import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.notification.EligibilityRule.Answer;

/** What an eligibility rule may ask of an incident, in the order its reasons are given. */
public enum Criterion {
  DOMESTIC("domestic-unknown"),
  RELATIONSHIP("relationship-unknown"),
  CHARGE("charge-undecided"),
  PHYSICAL("physical-unknown"),
  ARREST("arrest-unknown"),
  ASKED("not-asked"),
  RISK("risk-unknown"),
  MUNICIPALITY("municipality-unknown"),
  STATUS("incident-still-open");

  // one answer each, made once: a rule is weighed for every program of every fact
  private final Answer waits;
  private final Answer passes;

  Criterion(String unknown) {
    this.waits = new Answer(Eligibility.OPEN, Reason.of(unknown));
    this.passes = new Answer(Eligibility.OPEN, Reason.of(unknown), true);
  }

  /** What a program makes of a criterion that is not known yet. */
  public enum WhenUnknown {
    /** It waits for the fact. */
    WAIT,
    /** It counts as fitting. */
    PROCEED,
    /** The rung below goes at once. */
    NEXT_RUNG
  }

  Answer waits() {
    return waits;
  }

  Answer passes() {
    return passes;
  }
}
