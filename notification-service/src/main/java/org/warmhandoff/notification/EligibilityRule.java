package org.warmhandoff.notification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.notification.Criterion.WhenUnknown;

/**
 * Who a program is for, in three values: a fact that is not known yet is never read as a no. One
 * criterion that is known to fail settles the matter whatever is unknown (Kleene's conjunction);
 * what an unknown one means the program says itself.
 *
 * @param municipalities codes; empty: any
 * @param unknown what is not said waits
 */
public record EligibilityRule(
    Wanted domestic,
    Related relationship,
    Charged charge,
    Wanted physical,
    Wanted arrest,
    Wanted asked,
    Risk risk,
    Set<String> municipalities,
    Stands status,
    Map<Criterion, WhenUnknown> unknown) {

  public EligibilityRule {
    municipalities = Set.copyOf(municipalities);
    unknown = Map.copyOf(unknown);
  }

  /** What a rule asks of a yes-or-no fact. */
  public enum Wanted {
    ANY,
    YES,
    NO
  }

  /** What a rule asks of the two people's relationship. */
  public enum Related {
    ANY,
    PARTNER,
    FAMILY
  }

  /** What a rule asks of the charging decision. */
  public enum Charged {
    ANY,
    LAID,
    NONE
  }

  /** What a rule asks of the officers' risk screens. */
  public enum Risk {
    ANY,
    RAISED,
    HIGH
  }

  /** What a rule asks of the call. */
  public enum Stands {
    ANY,
    OPEN,
    CLOSED
  }

  /**
   * The answer and the criterion that settled it.
   *
   * @param passes open, and the rung below is to go at once
   */
  public record Answer(Eligibility eligibility, Reason reason, boolean passes) {
    public Answer(Eligibility eligibility, Reason reason) {
      this(eligibility, reason, false);
    }
  }

  private static final Answer FITS = new Answer(Eligibility.ELIGIBLE, Reason.of("eligible"));
  private static final Answer CANCELLED = no("cancelled");
  private static final Answer NOT_DOMESTIC = no("not-domestic");
  private static final Answer DOMESTIC = no("domestic");
  private static final Answer NOT_PARTNER = no("not-partner");
  private static final Answer NOT_FAMILY = no("not-family");
  private static final Answer NO_CHARGE = no("no-charge");
  private static final Answer CHARGE_LAID = no("charge-laid");
  private static final Answer NOT_PHYSICAL = no("not-physical");
  private static final Answer PHYSICAL = no("physical");
  private static final Answer NOT_ARREST = no("not-arrest");
  private static final Answer ARREST = no("arrest");
  private static final Answer WAS_ASKED = no("asked");
  private static final Answer RISK_LOWER = no("risk-lower");
  private static final Answer OTHER_MUNICIPALITY = no("other-municipality");
  private static final Answer CLOSED = no("incident-closed");

  private static final Criterion[] CRITERIA = Criterion.values();

  // NIBRS, data element 35; SE and CS are partners before they are family
  private static final Set<String> PARTNERS = Set.of("SE", "CS", "BG", "XS", "XR");
  private static final Set<String> FAMILY =
      Set.of("PA", "SB", "CH", "GP", "GC", "IL", "SP", "SC", "SS", "OF");
  // who did what to whom, or "relationship unknown": neither says how the two are related
  private static final Set<String> UNSAID = Set.of("VO", "RU", "");

  /**
   * Reads a rule.
   *
   * @throws Flaw where a criterion is none of the codes
   */
  public static EligibilityRule of(EligibilitySpec spec, String pointer) {
    List<String> places = spec.municipalities() == null ? List.of() : spec.municipalities();
    return new EligibilityRule(
        Codes.read(Wanted.class, or(spec.domestic(), "yes"), pointer + "/domestic"),
        Codes.read(Related.class, or(spec.relationship(), "any"), pointer + "/relationship"),
        Codes.read(Charged.class, or(spec.charge(), "any"), pointer + "/charge"),
        Codes.read(Wanted.class, or(spec.physical(), "any"), pointer + "/physical"),
        Codes.read(Wanted.class, or(spec.arrest(), "any"), pointer + "/arrest"),
        Codes.read(Wanted.class, or(spec.asked(), "any"), pointer + "/asked"),
        Codes.read(Risk.class, or(spec.risk(), "any"), pointer + "/risk"),
        Codes.all(places, pointer + "/municipalities"),
        Codes.read(Stands.class, or(spec.status(), "any"), pointer + "/status"),
        unknown(spec.unknown(), pointer + "/unknown"));
  }

  private static Map<Criterion, WhenUnknown> unknown(
      @Nullable Map<String, String> given, String pointer) {
    Map<Criterion, WhenUnknown> read = new EnumMap<>(Criterion.class);
    if (given != null) {
      given.forEach(
          (name, means) ->
              read.put(
                  Codes.read(Criterion.class, name, pointer),
                  Codes.read(WhenUnknown.class, means, pointer + "/" + name)));
    }
    return read;
  }

  /** Weighs what is known of an incident. */
  public Answer weigh(IncidentView incident) {
    IncidentFacts facts = incident.facts();
    if (facts.status() == Status.CANCELLED) {
      return CANCELLED;
    }
    Answer settled = FITS;
    for (Criterion criterion : CRITERIA) {
      Answer answer = answer(criterion, incident, facts);
      if (answer.eligibility() == Eligibility.NOT_ELIGIBLE) {
        return answer;
      }
      if (answer == FITS) {
        continue;
      }
      switch (whenUnknown(criterion)) {
        case PROCEED -> {}
        case WAIT -> settled = settled == FITS ? answer : settled;
        // help that may go now does not wait for a second fact
        case NEXT_RUNG -> settled = settled.passes() ? settled : criterion.passes();
      }
    }
    return settled;
  }

  /** What it makes of a criterion that is not known yet. */
  public WhenUnknown whenUnknown(Criterion criterion) {
    return unknown.getOrDefault(criterion, WhenUnknown.WAIT);
  }

  boolean mayPass() {
    return unknown.containsValue(WhenUnknown.NEXT_RUNG);
  }

  private Answer answer(Criterion criterion, IncidentView incident, IncidentFacts facts) {
    return switch (criterion) {
      case DOMESTIC -> told(domestic, facts.domestic(), criterion, NOT_DOMESTIC, DOMESTIC);
      case RELATIONSHIP -> relationship(facts.relationship());
      case CHARGE -> charge(facts.charge());
      case PHYSICAL -> told(physical, facts.physical(), criterion, NOT_PHYSICAL, PHYSICAL);
      case ARREST -> told(arrest, facts.arrest(), criterion, NOT_ARREST, ARREST);
      // that nobody asked yet is no no: an officer may ask a minute later
      case ASKED ->
          told(asked, asked(incident) ? Known.YES : Known.UNKNOWN, criterion, WAS_ASKED, WAS_ASKED);
      case RISK -> risk(incident);
      case MUNICIPALITY -> municipality(facts.municipality());
      case STATUS -> status(facts.status());
    };
  }

  private static Answer told(
      Wanted wanted, Known fact, Criterion criterion, Answer no, Answer yes) {
    return switch (wanted) {
      case ANY -> FITS;
      case YES -> fact == Known.YES ? FITS : fact == Known.NO ? no : criterion.waits();
      case NO -> fact == Known.NO ? FITS : fact == Known.YES ? yes : criterion.waits();
    };
  }

  private static boolean asked(IncidentView incident) {
    return incident.wanted() != null || incident.ask() != null;
  }

  private Answer relationship(@Nullable String code) {
    boolean unsaid = code == null || UNSAID.contains(code);
    return switch (relationship) {
      case ANY -> FITS;
      case PARTNER ->
          unsaid ? Criterion.RELATIONSHIP.waits() : PARTNERS.contains(code) ? FITS : NOT_PARTNER;
      case FAMILY ->
          unsaid ? Criterion.RELATIONSHIP.waits() : FAMILY.contains(code) ? FITS : NOT_FAMILY;
    };
  }

  private Answer charge(Charge fact) {
    return switch (charge) {
      case ANY -> FITS;
      case LAID ->
          switch (fact) {
            case LAID -> FITS;
            case NONE -> NO_CHARGE;
            case UNDECIDED -> Criterion.CHARGE.waits();
          };
      case NONE ->
          switch (fact) {
            case LAID -> CHARGE_LAID;
            case NONE -> FITS;
            case UNDECIDED -> Criterion.CHARGE.waits();
          };
    };
  }

  /** No screen that says to hurry is not known from no screen at all: both are unknown. */
  private Answer risk(IncidentView incident) {
    if (risk == Risk.ANY) {
      return FITS;
    }
    Urgency urgency = incident.urgency().orElse(null);
    if (urgency == null) {
      return Criterion.RISK.waits();
    }
    return risk == Risk.HIGH && urgency != Urgency.HIGH ? RISK_LOWER : FITS;
  }

  private Answer municipality(@Nullable String code) {
    if (municipalities.isEmpty()) {
      return FITS;
    }
    if (code == null || code.isBlank()) {
      return Criterion.MUNICIPALITY.waits();
    }
    return municipalities.contains(code) ? FITS : OTHER_MUNICIPALITY;
  }

  private Answer status(Status fact) {
    return switch (status) {
      case ANY -> FITS;
      case OPEN -> fact == Status.CLOSED ? CLOSED : FITS;
      case CLOSED -> fact == Status.CLOSED ? FITS : Criterion.STATUS.waits();
    };
  }

  private static Answer no(String code) {
    return new Answer(Eligibility.NOT_ELIGIBLE, Reason.of(code));
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null ? otherwise : given;
  }
}
