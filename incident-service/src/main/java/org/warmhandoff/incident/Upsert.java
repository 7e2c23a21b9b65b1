package org.warmhandoff.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.IncidentState.Unheard;

/**
 * What a report does to an incident: the full state of a source, taken once and in the source's own
 * order, whatever order it arrives in.
 */
public sealed interface Upsert {

  /** The report's facts are the incident's now. */
  sealed interface Applied extends Upsert {
    Heard next();

    Set<IntakeFlag> flags();

    /** The event that tells it; the incident's parties are found after it is decided to look. */
    IncidentEvent event(UUID incident, String zone, Cast cast);

    /**
     * The same, told as if its call stood where it stood: its source ends the call because another
     * incident goes on for it, and whoever is on the way there must not be turned back.
     */
    Applied goingOn(Status before);
  }

  /** First heard of. */
  record Created(Heard next, Set<IntakeFlag> flags) implements Applied {
    @Override
    public IncidentEvent event(UUID incident, String zone, Cast cast) {
      return new IncidentReported(incident, next.told(zone, cast));
    }

    @Override
    public Applied goingOn(Status before) {
      return new Created(next.with(before), flags);
    }
  }

  /** A newer full state replaced the older one. */
  record Updated(Heard next, Set<IntakeFlag> flags) implements Applied {
    @Override
    public IncidentEvent event(UUID incident, String zone, Cast cast) {
      return new IncidentUpdated(incident, next.told(zone, cast));
    }

    @Override
    public Applied goingOn(Status before) {
      return new Updated(next.with(before), flags);
    }
  }

  /** The same content again; only the source's position may have moved. */
  record Unchanged(Heard next) implements Upsert {}

  /** Older than what is known. */
  record Ignored() implements Upsert {}

  /** A drill under a real incident's number, or the other way round. */
  record Conflicting() implements Upsert {}

  /**
   * Decides.
   *
   * @param content digest of the report's canonical content
   * @param receipt the business instant at which the report arrived
   */
  static Upsert decide(IncidentState state, Report report, Digest content, Instant receipt) {
    Position position = report.position().receivedBy(receipt);
    EnumSet<IntakeFlag> flags = EnumSet.noneOf(IntakeFlag.class);
    if (!position.equals(report.position())) {
      flags.add(IntakeFlag.TIME_AHEAD);
    }
    if (report.relations().names(report.externalId())) {
      flags.add(IntakeFlag.OWN_NUMBER);
    }
    return switch (state) {
      case Unheard() ->
          new Created(
              new Heard(
                  report.mode(),
                  position,
                  content,
                  report.begun() ? report.facts() : report.facts().since(position.asOf()),
                  receipt,
                  Scene.NotSafe.UNSAID,
                  null,
                  Since.all(report.facts(), position.asOf()),
                  Words.NONE),
              flags);
      case Heard known -> decide(known, report, content, position, flags);
    };
  }

  private static Upsert decide(
      Heard known, Report report, Digest content, Position position, EnumSet<IntakeFlag> flags) {
    if ((known.mode() == Mode.TEST) != (report.mode() == Mode.TEST)) {
      return new Conflicting();
    }
    int order = position.compare(known.position());
    // The others took no notice of it as history: that it is happening now is news by itself.
    boolean nowLive = known.mode() == Mode.HISTORY && report.mode() == Mode.LIVE;
    if (nowLive && content.equals(known.content())) {
      return updated(known, report, content, position, flags);
    }
    if (content.equals(known.content())) {
      return new Unchanged(order > 0 ? known.at(position.after(known.position())) : known);
    }
    if (order < 0) {
      return new Ignored();
    }
    if (order == 0) {
      flags.add(IntakeFlag.SAME_TIME_OTHER_CONTENT);
    }
    return updated(known, report, content, position, flags);
  }

  private static Updated updated(
      Heard known, Report report, Digest content, Position position, EnumSet<IntakeFlag> flags) {
    Position now = position.after(known.position());
    return new Updated(
        new Heard(
            known.mode() == Mode.LIVE ? Mode.LIVE : report.mode(),
            now,
            content,
            report.begun() ? report.facts() : report.facts().since(known.facts().occurredAt()),
            known.receivedAt(),
            known.scene(),
            known.wish(),
            known.since().after(report.facts(), now.asOf()),
            known.words()),
        flags);
  }
}
