package org.warmhandoff.analytics;

import static org.warmhandoff.analytics.Section.counts;
import static org.warmhandoff.analytics.Section.shares;
import static org.warmhandoff.analytics.Section.step;
import static org.warmhandoff.analytics.Section.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every measure there is, with its definition and what is printed of it. */
public enum Measure {
  CONNECTED_SHARE(
      "connected-share",
      1,
      Wording.CONNECTED_TITLE,
      Wording.CONNECTED_TEXT,
      Wording.CONNECTED_NUMERATOR,
      Wording.CONNECTED_DENOMINATOR,
      Wording.CONNECTED_TRAP) {
    @Override
    List<Section> sections() {
      Quantity connected = Quantity.of(Leaf.CONNECTED);
      Quantity eligible = connected.and(Quantity.of(Leaf.NOT_CONNECTED));
      return List.of(
          shares("connected", eligible, new Figure.Share("connected", connected, eligible)));
    }

    @Override
    List<List<Section>> kin() {
      return victims();
    }
  },

  OUTCOME_MIX(
      "outcome-mix",
      1,
      Wording.OUTCOME_TITLE,
      Wording.OUTCOME_TEXT,
      Wording.OUTCOME_NUMERATOR,
      Wording.OUTCOME_DENOMINATOR,
      Wording.OUTCOME_TRAP) {
    @Override
    List<Section> sections() {
      Quantity engaged = Quantity.of(Leaf.REFERRED, Leaf.ALREADY_SUPPORTED, Leaf.DECLINED);
      Quantity eligible =
          engaged.and(
              Quantity.of(
                  Leaf.UNREACHABLE, Leaf.UNSAFE_TO_CONTACT, Leaf.NOT_OFFERED, Leaf.NO_OUTCOME));
      Section notReached =
          shares(
              "not-engaged",
              eligible,
              share(Leaf.UNREACHABLE, eligible),
              share(Leaf.UNSAFE_TO_CONTACT, eligible),
              share(Leaf.NOT_OFFERED, eligible));
      return List.of(
          shares(
              "engaged",
              engaged,
              share(Leaf.REFERRED, engaged),
              share(Leaf.ALREADY_SUPPORTED, engaged),
              share(Leaf.DECLINED, engaged)),
          notReached.alsoWatching(Quantity.of(Leaf.NO_OUTCOME)));
    }

    @Override
    List<List<Section>> kin() {
      return victims();
    }
  },

  REFERRAL_FUNNEL(
      "referral-funnel",
      1,
      Wording.FUNNEL_TITLE,
      Wording.FUNNEL_TEXT,
      Wording.FUNNEL_NUMERATOR,
      Wording.FUNNEL_DENOMINATOR,
      Wording.FUNNEL_TRAP) {
    @Override
    List<Section> sections() {
      Quantity completed = Quantity.of(Leaf.COMPLETED);
      Quantity contacted = completed.and(Quantity.of(Leaf.FIRST_CONTACT));
      Quantity accepted = contacted.and(Quantity.of(Leaf.ACCEPTED));
      Quantity rejected = Quantity.of(Leaf.REJECTED);
      Quantity withdrawn = Quantity.of(Leaf.WITHDRAWN);
      Quantity waiting = Quantity.of(Leaf.WAITING);
      Quantity created = accepted.and(rejected).and(withdrawn).and(waiting);
      return List.of(
          step("created", new Figure.Count("created", created), created),
          step("accepted", new Figure.Share("accepted", accepted, created), accepted, created),
          step(
              "first-contact",
              new Figure.Share("first-contact", contacted, created),
              contacted,
              created,
              accepted),
          step(
              "completed",
              new Figure.Share("completed", completed, created),
              completed,
              created,
              accepted,
              contacted),
          counts(
                  "ended-early",
                  new Figure.Count("rejected", rejected),
                  new Figure.Count("withdrawn", withdrawn))
              .alsoWatching(waiting)
              .alsoWatching(accepted.and(waiting)),
          counts("refused", new Figure.Count("refused", Quantity.of(Leaf.REFUSED))));
    }

    @Override
    List<List<Section>> kin() {
      List<Section> all = sections();
      return List.of(all.subList(0, all.size() - 1), List.of(all.getLast()));
    }
  },

  LATENCY(
      "latency",
      1,
      Wording.LATENCY_TITLE,
      Wording.LATENCY_TEXT,
      Wording.LATENCY_NUMERATOR,
      Wording.LATENCY_DENOMINATOR,
      Wording.LATENCY_TRAP) {
    @Override
    List<Section> sections() {
      List<Section> stages = new ArrayList<>();
      for (String stage : Stage.ALL) {
        stages.add(timing(stage));
      }
      return List.copyOf(stages);
    }
  };

  /** Codes of the disjoint pieces people and referrals are counted in. */
  public static final class Leaf {
    public static final String CONNECTED = "connected";
    public static final String NOT_CONNECTED = "not-connected";
    public static final String REFERRED = "referred";
    public static final String ALREADY_SUPPORTED = "already-supported";
    public static final String DECLINED = "declined";
    public static final String UNREACHABLE = "unreachable";
    public static final String UNSAFE_TO_CONTACT = "unsafe-to-contact";
    public static final String NOT_OFFERED = "not-offered";
    public static final String NO_OUTCOME = "no-outcome";
    public static final String COMPLETED = "completed";
    public static final String FIRST_CONTACT = "first-contact";
    public static final String ACCEPTED = "accepted";
    public static final String REJECTED = "rejected";
    public static final String WITHDRAWN = "withdrawn";
    public static final String WAITING = "waiting";
    public static final String REFUSED = "refused";

    private Leaf() {}
  }

  /** Codes of the steps whose duration is measured. */
  public static final class Stage {
    public static final String TRIGGER_TO_PAGE = "trigger-to-page";
    public static final String PAGE_TO_ACCEPT = "page-to-accept";
    public static final String ACCEPT_TO_ARRIVAL = "accept-to-arrival";
    public static final String ARRIVAL_TO_CONTACT = "arrival-to-contact";
    public static final String CONSENT_TO_SENT = "consent-to-sent";
    public static final String SENT_TO_ACCEPTED = "sent-to-accepted";

    static final List<String> ALL =
        List.of(
            TRIGGER_TO_PAGE,
            PAGE_TO_ACCEPT,
            ACCEPT_TO_ARRIVAL,
            ARRIVAL_TO_CONTACT,
            CONSENT_TO_SENT,
            SENT_TO_ACCEPTED);

    private Stage() {}
  }

  private final String code;
  private final Definition definition;

  Measure(
      String code,
      int version,
      String title,
      String text,
      String numerator,
      String denominator,
      String readingTrap) {
    this.code = code;
    this.definition =
        new Definition(
            code, version, title, text, numerator, denominator, readingTrap, Wording.NOT_PROTECTED);
  }

  /** What is printed, in the order it is printed. */
  abstract List<Section> sections();

  /**
   * Sections whose numbers are parts of one another, so that what one of them shows may tell what
   * another hides; of every measure whose sections are kin to this one's.
   */
  List<List<Section>> kin() {
    return sections().stream().map(List::of).toList();
  }

  /** The measures whose leaves a cube must hold for this one's kin to be weighed together. */
  public List<Measure> counted() {
    return this == CONNECTED_SHARE || this == OUTCOME_MIX
        ? List.of(CONNECTED_SHARE, OUTCOME_MIX)
        : List.of(this);
  }

  public String code() {
    return code;
  }

  public Definition definition() {
    return definition;
  }

  /** The measure of this code in the API; empty for any other. */
  public static Optional<Measure> byCode(String code) {
    return Arrays.stream(values()).filter(measure -> measure.code.equals(code)).findFirst();
  }

  /** Every definition there is. */
  public static List<Definition> definitions() {
    return Stream.of(values()).map(Measure::definition).toList();
  }

  /** Who is eligible is printed by both: the one's denominators tell of the other's. */
  private static List<List<Section>> victims() {
    return List.of(
        Stream.of(CONNECTED_SHARE, OUTCOME_MIX).flatMap(m -> m.sections().stream()).toList());
  }

  private static Figure.Share share(String leaf, Quantity whole) {
    return new Figure.Share(leaf, Quantity.of(leaf), whole);
  }
}
