package org.warmhandoff.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.Circumstances.NoContactOrder;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;

/** One thing an officer says of an incident while it runs, beside the scene itself. */
public sealed interface Saying {

  /** Its kind in the record of what was said. */
  String kind();

  /** What was said, in codes. */
  String code();

  /** What officers said, with this as one more word of theirs. */
  Words in(Words known, Instant at);

  /** The charging decision; "undecided" takes an earlier word back. */
  record ChargeDecided(Charge charge) implements Saying {
    @Override
    public String kind() {
      return "charge";
    }

    @Override
    public String code() {
      return charge.name();
    }

    @Override
    public Words in(Words known, Instant at) {
      return known.withCharge(new Word<>(charge, at));
    }
  }

  /** Arrest and release. */
  record CustodyIs(Custody custody) implements Saying {
    @Override
    public String kind() {
      return "custody";
    }

    @Override
    public String code() {
      return custody.name();
    }

    @Override
    public Words in(Words known, Instant at) {
      return known.withCustody(new Word<>(custody, at));
    }
  }

  /** Whether he must stay away. */
  record OrderIs(NoContactOrder order) implements Saying {
    @Override
    public String kind() {
      return "no-contact-order";
    }

    @Override
    public String code() {
      return order.name();
    }

    @Override
    public Words in(Words known, Instant at) {
      return known.withOrder(new Word<>(order, at));
    }
  }

  /** Whether children are there. */
  record Children(Known present) implements Saying {
    @Override
    public String kind() {
      return "children";
    }

    @Override
    public String code() {
      return present.name();
    }

    @Override
    public Words in(Words known, Instant at) {
      return known.withChildren(new Word<>(present, at));
    }
  }

  /**
   * The language wanted.
   *
   * @param tag BCP 47, empty where none is needed after all
   */
  record Language(String tag) implements Saying {
    @Override
    public String kind() {
      return "language";
    }

    @Override
    public String code() {
      return tag;
    }

    @Override
    public Words in(Words known, Instant at) {
      return known.withLanguage(new Word<>(tag, at));
    }
  }

  /** All that help must be ready for, whole: what is not named any more is taken back. */
  record Needs(Set<AccessNeed> needs) implements Saying {
    public Needs {
      needs = Set.copyOf(needs);
    }

    @Override
    public String kind() {
      return "access-needs";
    }

    @Override
    public String code() {
      return codes(needs);
    }

    @Override
    public Words in(Words known, Instant at) {
      return known.withNeeds(new Word<>(needs, at));
    }

    private static String codes(Set<AccessNeed> needs) {
      EnumSet<AccessNeed> ordered = EnumSet.noneOf(AccessNeed.class);
      ordered.addAll(needs);
      return ordered.stream().map(Enum::name).collect(Collectors.joining(","));
    }
  }
}
