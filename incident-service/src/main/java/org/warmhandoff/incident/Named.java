package org.warmhandoff.incident;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.BlindIndex.Kind;

/** One reference of a report, with everything said of it in all its roles. */
record Named(Map<VaultField, Personal> fields, EnumSet<PartyRole> roles) {

  /** NIBRS relationship of victim to offender: the victim was the offender too. */
  private static final String VICTIM_WAS_OFFENDER = "VO";

  /** Whom a report names, in its order. */
  static Map<Digest, Named> in(Report report, Incident incident, BlindIndex index) {
    Map<Digest, Named> named = new LinkedHashMap<>();
    for (ReportedPerson person : report.persons()) {
      Named one =
          named.computeIfAbsent(
              ref(incident, person, index),
              ref -> new Named(new EnumMap<>(VaultField.class), EnumSet.noneOf(PartyRole.class)));
      person.fields().forEach((field, value) -> one.fields().merge(field, value, field::both));
      one.roles().add(person.role());
    }
    return named;
  }

  /** The source's own reference, which is another one in every incident. */
  static Digest ref(Incident incident, ReportedPerson person, BlindIndex index) {
    return index.of(Kind.REFERENCE, incident.id().toString(), person.ref().reveal());
  }

  /** What is odd about the persons of a report. */
  static Set<IntakeFlag> flags(Map<Digest, Named> named, Report report) {
    EnumSet<IntakeFlag> flags = EnumSet.noneOf(IntakeFlag.class);
    EnumSet<PartyRole> bothSides = EnumSet.of(PartyRole.VICTIM, PartyRole.ALLEGED_OFFENDER);
    if (named.values().stream().anyMatch(person -> person.roles().containsAll(bothSides))
        || VICTIM_WAS_OFFENDER.equals(report.facts().relationship())) {
      flags.add(IntakeFlag.DUAL_ROLE);
    }
    if (report.persons().stream().anyMatch(person -> person.staff() != null)) {
      flags.add(IntakeFlag.STAFF_PARTY);
    }
    return flags;
  }
}
