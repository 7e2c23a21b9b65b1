package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the first of a program's workers who can be had. Whoever another decision is about at this
 * very moment is passed over for the next one of the same program, so that decisions do not wait
 * for each other; but nobody goes on to another program, a supervisor or tomorrow for that: then it
 * is waited.
 */
final class Taking {

  private final Load present;
  private final List<UUID> gone = new ArrayList<>();
  private final List<UUID> passedOver = new ArrayList<>();
  private @Nullable String program;
  private boolean patient;

  /**
   * Begins.
   *
   * @param otherHands whoever another decision is known to be about: nobody is passed over for that
   *     where it is waited
   */
  Taking(Load present, boolean patient, Collection<UUID> otherHands) {
    this.present = present;
    this.patient = patient;
    if (!patient) {
      passedOver.addAll(otherHands);
    }
  }

  /** Takes a crew. */
  interface Claiming {
    Desk.Claim claim(Step.PageCrew page, boolean patient);
  }

  /** What is left to choose from. */
  Load load() {
    List<UUID> without = new ArrayList<>(gone);
    without.addAll(passedOver);
    return without.isEmpty() ? present : present.without(without);
  }

  /** Whether a plan that ends with this step can be carried out; else it is planned again. */
  boolean done(Step last, Claiming claiming) {
    boolean elsewhere =
        !(last instanceof Step.PageCrew page) || !page.program().code().equals(planned(page));
    if (elsewhere && !passedOver.isEmpty()) {
      passedOver.clear();
      program = null;
      patient = true;
      return false;
    }
    return !(last instanceof Step.PageCrew page)
        || switch (claiming.claim(page, patient)) {
          case TAKEN -> true;
          case GONE -> {
            gone.addAll(page.crew().staff());
            yield false;
          }
          case IN_OTHER_HANDS -> {
            passedOver.addAll(page.crew().staff());
            yield false;
          }
        };
  }

  /** The program that was planned for first. */
  private String planned(Step.PageCrew page) {
    if (program == null) {
      program = page.program().code();
    }
    return program;
  }
}
