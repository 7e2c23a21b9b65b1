package org.warmhandoff.incident.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.incident.AccessRecord;
import org.warmhandoff.incident.AccessRecords;
import org.warmhandoff.incident.AdvisoryTrail;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.FlaggedReport;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.SceneFact;

/**
 * Tells an incident's walk in codes and ids; who read which field of whom stays with the records.
 */
@ApplicationScoped
class TellWalk {

  private static final String SERVICE = "incident-service";

  /** What speaks of a person rather than of the incident is named in a walk, and not told. */
  private static final Set<String> UNTOLD =
      Set.of("children", "language", "access-needs", "risk-screen");

  private final Incidents incidents;
  private final AccessRecords records;
  private final AdvisoryTrail advisories;
  private final Belonging belonging;

  TellWalk(
      Incidents incidents, AccessRecords records, AdvisoryTrail advisories, Belonging belonging) {
    this.incidents = incidents;
    this.records = records;
    this.advisories = advisories;
    this.belonging = belonging;
  }

  /** The lines of one incident; none where it is not known. */
  @Transactional
  public List<TraceLine> tell(UUID incident) {
    return Stream.of(
            incidents.said(incident).stream().map(TellWalk::line),
            incidents.flags(incident).stream().map(TellWalk::line),
            records.within(incident).stream().map(TellWalk::line),
            advisories.of(incident).stream().map(TellWalk::line),
            belonging.among(List.of(incident)).stream().map(row -> line(incident, row)))
        .flatMap(lines -> lines)
        .toList();
  }

  private static TraceLine line(SceneFact fact) {
    String code = UNTOLD.contains(fact.kind()) ? null : fact.code();
    boolean bySource = fact.saidBy().equals(IncidentEvent.THE_SOURCE);
    String by = bySource ? "source" : fact.saidBy().toString();
    Map<String, String> detail = code == null ? Map.of("by", by) : Map.of("by", by, "code", code);
    return new TraceLine(fact.saidAt(), fact.recordedAt(), SERVICE, "said:" + fact.kind(), detail);
  }

  private static TraceLine line(AdvisoryTrail.Step step) {
    UUID endpoint = step.endpoint();
    Map<String, String> detail =
        endpoint == null
            ? Map.of("advisory", step.advisory().toString(), "code", step.code())
            : Map.of(
                "advisory",
                step.advisory().toString(),
                "code",
                step.code(),
                "endpoint",
                endpoint.toString());
    return new TraceLine(step.at(), step.recordedAt(), SERVICE, step.what(), detail);
  }

  /** By the other's id: a source's numbers stay with it. What is no longer said is told as such. */
  private static TraceLine line(UUID incident, Belonging.Row row) {
    boolean own = row.incident().equals(incident);
    UUID other = own ? row.other() : row.incident();
    return new TraceLine(
        row.saidAt(),
        row.saidAt(),
        SERVICE,
        "belongs:" + row.kind().code(),
        Map.of(
            "by", own ? "source" : "the other",
            "other", other == null ? "not heard of" : other.toString(),
            "state", row.said() ? (row.overruled() ? "overruled" : "said") : "taken-back"));
  }

  private static TraceLine line(FlaggedReport flag) {
    return new TraceLine(
        flag.flaggedAt(),
        flag.recordedAt(),
        SERVICE,
        "report-flagged",
        Map.of("flag", flag.code()));
  }

  private static TraceLine line(AccessRecord record) {
    return new TraceLine(
        record.readAt(),
        record.recordedAt(),
        SERVICE,
        "vault-read",
        Map.of(
            "role", record.role(),
            "fields", Integer.toString(record.fields().size()),
            "purpose", record.purpose()));
  }
}
