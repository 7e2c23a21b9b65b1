package org.warmhandoff.incident.intake;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.ReportedFacts;
import org.warmhandoff.incident.intake.reading.ReportJson;

/**
 * The codes of this installation that may be told. Whatever else a source writes into a field of
 * codes could be a name or an address: it is sealed like a field nobody knows.
 *
 * @param municipalities codes of places by name
 * @param numberedAreas kinds of areas that are known by number, as ward in ward-7
 */
record CodeTable(
    Set<String> types,
    Set<String> placeKinds,
    Set<String> municipalities,
    Set<String> numberedAreas) {

  private static final String OTHER_TYPE = "OTHER";
  private static final String OTHER_PLACE = "other";
  private static final Pattern NUMBERED = Pattern.compile("([a-z]{1,20})-\\d{1,4}");

  CodeTable {
    types = Set.copyOf(types);
    placeKinds = Set.copyOf(placeKinds);
    municipalities = Set.copyOf(municipalities);
    numberedAreas = Set.copyOf(numberedAreas);
  }

  static CodeTable of(IntakeSettings settings) {
    return new CodeTable(
        settings.types(),
        settings.placeKinds(),
        settings.municipalities().orElseGet(Set::of),
        settings.numberedAreas());
  }

  /** The report in known codes; the police service's own domestic types are among them. */
  Report coded(PoliceService source, Report report) {
    ReportedFacts facts = report.facts();
    Map<String, String> unknown = new TreeMap<>();
    String type = facts.type();
    if (!types.contains(type) && !source.callsDomestic(type)) {
      unknown.put("type", type);
      type = OTHER_TYPE;
    }
    @Nullable String municipality = facts.municipality();
    if (municipality != null && !isArea(municipality)) {
      unknown.put("municipality", municipality);
      municipality = null;
    }
    @Nullable String placeKind = facts.placeKind();
    if (placeKind != null && !placeKinds.contains(placeKind)) {
      unknown.put("placeKind", placeKind);
      placeKind = OTHER_PLACE;
    }
    return unknown.isEmpty()
        ? report
        : report.with(
            in(facts, type, municipality, placeKind), ReportJson.keptWith(report.kept(), unknown));
  }

  private boolean isArea(String municipality) {
    Matcher numbered = NUMBERED.matcher(municipality);
    return municipalities.contains(municipality)
        || (numbered.matches() && numberedAreas.contains(numbered.group(1)));
  }

  private static ReportedFacts in(
      ReportedFacts facts, String type, @Nullable String municipality, @Nullable String placeKind) {
    return new ReportedFacts(
        type,
        facts.status(),
        facts.domestic(),
        facts.physical(),
        facts.charge(),
        facts.arrest(),
        facts.released(),
        facts.relationship(),
        municipality,
        placeKind,
        facts.priority(),
        facts.occurredAt());
  }
}
