package org.warmhandoff.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;

/**
 * Who a program is for, in three values: a fact that is not known yet leaves the answer open, it is
 * never read as a no. One criterion that is known to fail settles the matter whatever is unknown
 * (Kleene's conjunction).
 */
public record EligibilityRule(
    Wanted domestic, Charged charge, Wanted physical, Wanted arrest, Stands status) {

  /** What a rule asks of a yes-or-no fact. */
  public enum Wanted {
    ANY,
    YES,
    NO
  }

  /** What a rule asks of the charging decision. */
  public enum Charged {
    ANY,
    LAID,
    NONE
  }

  /** What a rule asks of the call. */
  public enum Stands {
    ANY,
    OPEN,
    CLOSED
  }

  /** The answer and the criterion that settled it. */
  public record Answer(Eligibility eligibility, Reason reason) {}

  private static final Answer FITS = new Answer(Eligibility.ELIGIBLE, Reason.of("eligible"));

  /**
   * Reads a rule.
   *
   * @throws Flaw where a criterion is none of the codes
   */
  public static EligibilityRule of(EligibilitySpec spec, String pointer) {
    return new EligibilityRule(
        Codes.read(Wanted.class, or(spec.domestic(), "yes"), pointer + "/domestic"),
        Codes.read(Charged.class, or(spec.charge(), "any"), pointer + "/charge"),
        Codes.read(Wanted.class, or(spec.physical(), "any"), pointer + "/physical"),
        Codes.read(Wanted.class, or(spec.arrest(), "any"), pointer + "/arrest"),
        Codes.read(Stands.class, or(spec.status(), "any"), pointer + "/status"));
  }

  /** Weighs what is known of an incident. */
  public Answer weigh(IncidentFacts facts) {
    if (facts.status() == Status.CANCELLED) {
      return no("cancelled");
    }
    List<Answer> answers =
        List.of(
            known(domestic, facts.domestic(), "domestic"),
            charge(facts.charge()),
            known(physical, facts.physical(), "physical"),
            known(arrest, facts.arrest(), "arrest"),
            status(facts.status()));
    Answer settled = FITS;
    for (Answer answer : answers) {
      switch (answer.eligibility()) {
        case NOT_ELIGIBLE -> {
          return answer;
        }
        case OPEN -> settled = settled == FITS ? answer : settled;
        case ELIGIBLE -> {}
      }
    }
    return settled;
  }

  private static Answer known(Wanted wanted, Known fact, String name) {
    return switch (wanted) {
      case ANY -> FITS;
      case YES ->
          switch (fact) {
            case YES -> FITS;
            case NO -> no("not-" + name);
            case UNKNOWN -> open(name + "-unknown");
          };
      case NO ->
          switch (fact) {
            case YES -> no(name);
            case NO -> FITS;
            case UNKNOWN -> open(name + "-unknown");
          };
    };
  }

  private Answer charge(Charge fact) {
    return switch (charge) {
      case ANY -> FITS;
      case LAID ->
          switch (fact) {
            case LAID -> FITS;
            case NONE -> no("no-charge");
            case UNDECIDED -> open("charge-undecided");
          };
      case NONE ->
          switch (fact) {
            case LAID -> no("charge-laid");
            case NONE -> FITS;
            case UNDECIDED -> open("charge-undecided");
          };
    };
  }

  private Answer status(Status fact) {
    return switch (status) {
      case ANY -> FITS;
      case OPEN ->
          switch (fact) {
            case ACTIVE -> FITS;
            case CLOSED -> no("incident-closed");
            case CANCELLED -> no("cancelled");
          };
      case CLOSED ->
          switch (fact) {
            case ACTIVE -> open("incident-still-open");
            case CLOSED -> FITS;
            case CANCELLED -> no("cancelled");
          };
    };
  }

  private static Answer no(String code) {
    return new Answer(Eligibility.NOT_ELIGIBLE, Reason.of(code));
  }

  private static Answer open(String code) {
    return new Answer(Eligibility.OPEN, Reason.of(code));
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null ? otherwise : given;
  }
}
