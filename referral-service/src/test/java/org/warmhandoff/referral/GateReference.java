package org.warmhandoff.referral;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.referral.GateAgainstReferenceTest.Case;

/**
 * The gate's rules written a second time, one by one and without order: each says when it is
 * broken; a category may go when no rule is broken and the last statement names it. Shares no code
 * with the gate.
 */
final class GateReference {

  private static final Map<Refusal, Predicate<Case>> BROKEN = new EnumMap<>(Refusal.class);

  static {
    BROKEN.put(Refusal.NOT_LIVE, c -> c.incident().mode() != Mode.LIVE);
    BROKEN.put(Refusal.PERSON_ERASED, c -> c.person().erased());
    BROKEN.put(Refusal.AGENCY_INACTIVE, c -> !c.agency().active());
    BROKEN.put(Refusal.AGENCY_NOT_FOR_PURPOSE, c -> !c.agency().purposes().contains(c.purpose()));
    BROKEN.put(
        Refusal.AGENCY_NOT_FOR_SIDE,
        c ->
            c.purpose() == Purpose.OUTREACH
                ? !c.agency().serves().contains(Audience.ALLEGED_OFFENDER)
                : !c.agency().serves().contains(Audience.VICTIM));
    BROKEN.put(
        Refusal.NOT_ON_SIDE,
        c ->
            c.purpose() == Purpose.OUTREACH
                ? !plays(c, PartyRole.ALLEGED_OFFENDER)
                : !plays(c, PartyRole.VICTIM));
    BROKEN.put(
        Refusal.DUAL_ROLE,
        c ->
            c.purpose() == Purpose.OUTREACH
                && plays(c, PartyRole.VICTIM)
                && plays(c, PartyRole.ALLEGED_OFFENDER));
    BROKEN.put(Refusal.BOTH_SIDES, GateReference::bothSides);
    BROKEN.put(Refusal.NO_CONSENT, c -> last(c) == null);
    BROKEN.put(Refusal.CONSENT_REFUSED, c -> stands(c, Standing.REFUSED));
    BROKEN.put(Refusal.CONSENT_WITHDRAWN, c -> stands(c, Standing.WITHDRAWN));
    BROKEN.put(
        Refusal.CONSENT_EXPIRED,
        c ->
            stands(c, Standing.LAPSED)
                || holds(c, s -> c.now().toEpochMilli() >= s.expiresAt().toEpochMilli()));
    BROKEN.put(
        Refusal.CONSENT_NOT_YET_VALID,
        c -> holds(c, s -> c.now().toEpochMilli() < s.validFrom().toEpochMilli()));
    BROKEN.put(Refusal.CONSENT_WITHOUT_CATEGORIES, c -> holds(c, s -> s.categories().isEmpty()));
    BROKEN.put(
        Refusal.TAKEN_ELSEWHERE,
        c ->
            holds(
                c,
                s ->
                    s.policeService() != null
                        && !c.incident().policeService().equals(s.policeService())));
    BROKEN.put(
        Refusal.FORM_NOT_ACCEPTED,
        c -> holds(c, s -> c.profile().forms().stream().noneMatch(f -> f == s.form())));
    BROKEN.put(
        Refusal.VALIDITY_TOO_LONG,
        c ->
            holds(
                c,
                s ->
                    s.expiresAt().getEpochSecond() - s.validFrom().getEpochSecond()
                        > c.profile().validity().toSeconds()));
  }

  private GateReference() {}

  static Set<Refusal> rules() {
    return BROKEN.keySet();
  }

  static Set<Refusal> brokenRules(Case c) {
    Set<Refusal> broken = EnumSet.noneOf(Refusal.class);
    BROKEN.forEach(
        (refusal, rule) -> {
          if (rule.test(c)) {
            broken.add(refusal);
          }
        });
    return broken;
  }

  static Set<DataCategory> mayGo(Case c) {
    Set<DataCategory> may = EnumSet.noneOf(DataCategory.class);
    for (DataCategory category : DataCategory.values()) {
      ConsentView last = last(c);
      if (brokenRules(c).isEmpty() && last != null && last.categories().contains(category)) {
        may.add(category);
      }
    }
    return may;
  }

  private static @Nullable ConsentView last(Case c) {
    ConsentView last = null;
    for (ConsentView s : c.consents()) {
      boolean same =
          s.incident().equals(c.incident().id())
              && s.person().equals(c.person().id())
              && s.agency().equals(c.agency().code())
              && s.purpose().equals(c.purpose());
      if (same && (last == null || s.number() > last.number())) {
        last = s;
      }
    }
    return last;
  }

  private static boolean stands(Case c, Standing standing) {
    ConsentView last = last(c);
    return last != null && last.standing() == standing;
  }

  private static boolean holds(Case c, Predicate<ConsentView> that) {
    ConsentView last = last(c);
    return last != null && last.standing() == Standing.GIVEN && that.test(last);
  }

  private static boolean plays(Case c, PartyRole role) {
    return c.incident().parties().stream()
        .anyMatch(p -> p.person().equals(c.person().id()) && p.role() == role);
  }

  private static boolean bothSides(Case c) {
    boolean victim = c.incident().parties().stream().anyMatch(p -> p.role() == PartyRole.VICTIM);
    boolean offender =
        c.incident().parties().stream().anyMatch(p -> p.role() == PartyRole.ALLEGED_OFFENDER);
    boolean takesBoth =
        c.agency().serves().contains(Audience.VICTIM)
            && c.agency().serves().contains(Audience.ALLEGED_OFFENDER);
    Audience other = c.purpose() == Purpose.OUTREACH ? Audience.VICTIM : Audience.ALLEGED_OFFENDER;
    boolean hasOther =
        c.incident().served().stream()
            .anyMatch(s -> s.agency().equals(c.agency().code()) && s.side() == other);
    return victim && offender && takesBoth || hasOther;
  }
}
