package org.warmhandoff.incident.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.ReportedFacts;
import org.warmhandoff.incident.ReportedPerson;
import org.warmhandoff.incident.VaultField;

/**
 * What is taken and could be better: codes nobody here knows, and facts that programs decide by and
 * that are not said. Decided from the report alone; what is known of the incident already is not
 * looked at.
 *
 * @param code stable
 * @param field the field of our own report it is about
 */
record Advice(String code, @Nullable String field) {

  /**
   * Gives advice on a report.
   *
   * @param coded the same report in codes this installation knows
   */
  static List<Advice> on(Report report, Report coded, PoliceService source, Instant now) {
    List<Advice> advice = new ArrayList<>();
    codes(report.facts(), coded.facts(), advice);
    facts(report, source, now, advice);
    persons(report.persons(), advice);
    if (report.mode() == Mode.TEST) {
      advice.add(new Advice("drill", "/test"));
    }
    return advice;
  }

  private static void codes(ReportedFacts facts, ReportedFacts coded, List<Advice> advice) {
    if (!coded.type().equals(facts.type())) {
      advice.add(new Advice("unknown-type", "/type"));
    }
    if (!Objects.equals(coded.municipality(), facts.municipality())) {
      advice.add(new Advice("unknown-municipality", "/municipality"));
    }
    if (!Objects.equals(coded.placeKind(), facts.placeKind())) {
      advice.add(new Advice("unknown-place-kind", "/placeKind"));
    }
  }

  private static void facts(Report report, PoliceService source, Instant now, List<Advice> advice) {
    ReportedFacts facts = report.facts();
    if (facts.domestic() == Known.UNKNOWN && !source.callsDomestic(facts.type())) {
      advice.add(new Advice("domestic-not-said", null));
    }
    if (facts.domestic() != Known.NO && facts.relationship() == null) {
      advice.add(new Advice("relationship-not-said", null));
    }
    if (!report.begun()) {
      advice.add(new Advice("no-beginning", null));
    }
    Instant asOf = report.position().asOf();
    if (asOf.isAfter(now)) {
      advice.add(new Advice("time-ahead", "/asOf"));
    }
    if (report.position().sequence() == null && asOf.getNano() == 0) {
      advice.add(new Advice("whole-seconds", "/asOf"));
    }
  }

  private static void persons(List<ReportedPerson> persons, List<Advice> advice) {
    List<ReportedPerson> victims =
        persons.stream().filter(one -> one.role() == PartyRole.VICTIM).toList();
    if (victims.isEmpty()) {
      advice.add(new Advice("no-victim", null));
    }
    if (victims.stream().anyMatch(one -> !one.fields().containsKey(VaultField.PHONE))) {
      advice.add(new Advice("victim-without-phone", null));
    }
    Set<String> victimRefs = new HashSet<>();
    victims.forEach(victim -> victimRefs.add(victim.ref().reveal()));
    if (persons.stream()
        .anyMatch(
            one ->
                one.role() == PartyRole.ALLEGED_OFFENDER
                    && victimRefs.contains(one.ref().reveal()))) {
      advice.add(new Advice("dual-role", null));
    }
    if (persons.stream().anyMatch(one -> one.staff() != null)) {
      advice.add(new Advice("staff-party", null));
    }
  }
}
