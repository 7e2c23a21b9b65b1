package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;

/**
 * The facts of incidents that are one. The one that goes on says where the call stands, when and
 * where it was; who is who, and who is kept out, is what any of them names; and what one of them
 * knows is known, so that no help ends because its call was merged into one that knows less.
 */
final class MergedFacts {

  private MergedFacts() {}

  static IncidentFacts of(IncidentFacts own, List<IncidentFacts> others) {
    IncidentFacts all = own;
    for (IncidentFacts other : others) {
      all = of(all, other);
    }
    return all;
  }

  private static IncidentFacts of(IncidentFacts own, IncidentFacts other) {
    return new IncidentFacts(
        own.type(),
        own.status(),
        known(own.domestic(), other.domestic()),
        known(own.physical(), other.physical()),
        charge(own.charge(), other.charge()),
        known(own.arrest(), other.arrest()),
        known(own.released(), other.released()),
        either(own.relationship(), other.relationship()),
        either(own.municipality(), other.municipality()),
        either(own.placeKind(), other.placeKind()),
        own.priority(),
        own.occurredAt(),
        own.receivedAt(),
        own.zone(),
        parties(own.parties(), other.parties()),
        distinct(own.excludedStaff(), other.excludedStaff()),
        circumstances(own.circumstances(), other.circumstances()));
  }

  private static Known known(Known own, Known other) {
    if (own == Known.YES || other == Known.YES) {
      return Known.YES;
    }
    return own == Known.UNKNOWN ? other : own;
  }

  private static Charge charge(Charge own, Charge other) {
    if (own == Charge.LAID || other == Charge.LAID) {
      return Charge.LAID;
    }
    return own == Charge.UNDECIDED ? other : own;
  }

  /** The same person in the same role is named once. */
  private static List<Party> parties(List<Party> own, List<Party> others) {
    List<Party> all = new ArrayList<>(own);
    for (Party other : others) {
      boolean named =
          own.stream()
              .anyMatch(
                  party -> party.person().equals(other.person()) && party.role() == other.role());
      if (!named) {
        all.add(other);
      }
    }
    return all;
  }

  private static List<UUID> distinct(List<UUID> own, List<UUID> others) {
    return Stream.of(own, others).flatMap(List::stream).distinct().toList();
  }

  private static @Nullable Circumstances circumstances(
      @Nullable Circumstances own, @Nullable Circumstances other) {
    if (own == null || other == null) {
      return own == null ? other : own;
    }
    List<AccessNeed> needs =
        Stream.of(own.accessNeeds(), other.accessNeeds()).flatMap(List::stream).distinct().toList();
    return new Circumstances(
        either(own.noContactOrder(), other.noContactOrder()),
        either(own.children(), other.children()),
        either(own.language(), other.language()),
        needs,
        urgency(own.urgency(), other.urgency()));
  }

  private static @Nullable Urgency urgency(@Nullable Urgency own, @Nullable Urgency other) {
    if (own == null || other == null) {
      return own == null ? other : own;
    }
    return own.compareTo(other) >= 0 ? own : other;
  }

  private static <T> @Nullable T either(@Nullable T own, @Nullable T other) {
    return own == null ? other : own;
  }
}
