package org.warmhandoff.incident.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.incident.AccessRecord;
import org.warmhandoff.incident.AccessRecords;
import org.warmhandoff.incident.FlaggedReport;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.HelpEntry;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.SceneFact;

/**
 * Tells an incident's walk in codes and ids; who read which field of whom stays with the records.
 */
@ApplicationScoped
class TellWalk {

  private static final String SERVICE = "incident-service";

  private final Incidents incidents;
  private final AccessRecords records;
  private final HelpEntries help;

  TellWalk(Incidents incidents, AccessRecords records, HelpEntries help) {
    this.incidents = incidents;
    this.records = records;
    this.help = help;
  }

  /** The lines of one incident; none where it is not known. */
  @Transactional
  public List<TraceLine> tell(UUID incident) {
    return Stream.of(
            incidents.said(incident).stream().map(TellWalk::line),
            incidents.flags(incident).stream().map(TellWalk::line),
            records.within(incident).stream().map(TellWalk::line),
            help.of(incident).stream().map(TellWalk::line))
        .flatMap(lines -> lines)
        .toList();
  }

  private static TraceLine line(SceneFact fact) {
    String code = fact.code();
    Map<String, String> detail =
        code == null
            ? Map.of("by", fact.saidBy().toString())
            : Map.of("by", fact.saidBy().toString(), "code", code);
    return new TraceLine(fact.saidAt(), fact.recordedAt(), SERVICE, "said:" + fact.kind(), detail);
  }

  private static TraceLine line(FlaggedReport flag) {
    return line(flag.flaggedAt(), "report-flagged", Map.of("flag", flag.code()));
  }

  private static TraceLine line(AccessRecord record) {
    return line(
        record.readAt(),
        "vault-read",
        Map.of(
            "role", record.role(),
            "fields", Integer.toString(record.fields().size()),
            "purpose", record.purpose()));
  }

  private static TraceLine line(HelpEntry help) {
    return line(
        help.changedAt(),
        "help-" + help.stage().name().toLowerCase(Locale.ROOT),
        Map.of("mode", help.mode().name()));
  }

  private static TraceLine line(Instant at, String what, Map<String, String> detail) {
    return new TraceLine(at, at, SERVICE, what, detail);
  }
}
