package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.PersonEvent.PersonRegistered;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.BlindIndex;
import org.warmhandoff.incident.BlindIndex.Kind;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Digest;
import org.warmhandoff.incident.Duplicates;
import org.warmhandoff.incident.IdempotencyKeys;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.Parties;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.SceneMove;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.incident.Upsert;
import org.warmhandoff.incident.Vault;

/** Takes one report within the caller's transaction: the incident first, then its persons. */
@ApplicationScoped
class Registrar {

  private final PoliceServices policeServices;
  private final Incidents incidents;
  private final Parties parties;
  private final IdempotencyKeys keys;
  private final Casting casting;
  private final Belonging belonging;
  private final Vault vault;
  private final BlindIndex index;
  private final Throttle throttle;
  private final CodeTable codes;
  private final Duplicates duplicates;
  private final Outbox outbox;
  private final InstantSource clock;

  Registrar(
      PoliceServices policeServices,
      Incidents incidents,
      Parties parties,
      IdempotencyKeys keys,
      Casting casting,
      Belonging belonging,
      Vault vault,
      BlindIndex index,
      Throttle throttle,
      IntakeSettings settings,
      Duplicates duplicates,
      Outbox outbox,
      InstantSource clock) {
    this.policeServices = policeServices;
    this.incidents = incidents;
    this.parties = parties;
    this.keys = keys;
    this.casting = casting;
    this.belonging = belonging;
    this.vault = vault;
    this.index = index;
    this.throttle = throttle;
    this.codes = CodeTable.of(settings);
    this.duplicates = duplicates;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The police service a report comes from. */
  PoliceService source(String policeService) {
    PoliceService source = policeServices.findById(policeService);
    if (source == null) {
      throw Problem.wrong(
              "unknown-police-service",
              "This police service is not set up yet, so its law and its time are not known.")
          .expected("an administrator to set it up first");
    }
    throttle.allow(source.code(), source.postsPerSecond());
    return source;
  }

  /**
   * Takes a report.
   *
   * @param key the client's own key for this post, if it gave one
   * @throws Problem 409 where the key stood for other content, or a drill meets a real incident
   */
  Receipt take(PoliceService source, Report reported, @Nullable String key) {
    Instant now = clock.instant();
    Report coded = codes.coded(source, reported);
    Report report = classified(source, coded);
    Digest content = index.of(Kind.CONTENT, report.canonical().reveal());
    if (key != null && !keys.fits(source, keyOf(source, key), postOf(report, content), now)) {
      throw Problem.conflict(
          "key-used", "This Idempotency-Key was used before, for other content.");
    }
    Set<IntakeFlag> odd =
        coded.facts().equals(reported.facts()) ? Set.of() : Set.of(IntakeFlag.UNKNOWN_CODE);
    Post post = new Post(report, content, odd);
    try {
      return first(source, post, now).orElseGet(() -> again(source, post, now));
    } catch (Problem refused) {
      if (key != null) {
        keys.release(source, keyOf(source, key), postOf(report, content));
      }
      throw refused;
    }
  }

  /** A report in known codes, the digest of its content, and what was odd about its codes. */
  private record Post(Report report, Digest content, Set<IntakeFlag> odd) {}

  private Optional<Receipt> first(PoliceService source, Post post, Instant now) {
    Report report = post.report();
    if (!(Upsert.decide(new IncidentState.Unheard(), report, post.content(), now)
        instanceof Upsert.Created created)) {
      return Optional.empty();
    }
    Incident incident = new Incident(source, report.externalId(), created.next());
    incident.keep(vault.seal(incident.id(), report.kept()));
    Subject subject = incident.next(report.mode());
    if (!incidents.claim(incident)) {
      return Optional.empty();
    }
    Casting.Settled settled = casting.first(incident, report, now);
    if (!settled.cast().excludedStaff().isEmpty()) {
      incidents.keepOut(incident.id(), settled.cast().excludedStaff());
    }
    return Optional.of(
        tell(incident, subject, created, belonging.said(incident, report, settled), post, now));
  }

  private Receipt again(PoliceService source, Post post, Instant now) {
    Report report = post.report();
    Incident incident = incidents.lockedBy(source.code(), report.externalId()).orElseThrow();
    return switch (Upsert.decide(incident.state(), report, post.content(), now)) {
      case Upsert.Applied applied -> {
        IncidentFacts.Status before = incident.state().facts().status();
        incident.become(applied.next());
        incident.keep(kept(incident, report));
        Casting.Settled settled = casting.again(incident, report, now);
        incident.keepOut(settled.cast().excludedStaff());
        Subject subject = incident.next(report.mode());
        Receipt receipt =
            tell(incident, subject, applied, belonging.said(incident, report, settled), post, now);
        end(
            incident,
            SceneMove.closed(
                incident.id(), before, incident.state(), incident.state().position().asOf()));
        yield receipt;
      }
      case Upsert.Unchanged unchanged -> {
        incident.become(unchanged.next());
        yield Receipt.of(incident, Receipt.Outcome.UNCHANGED, Set.of());
      }
      case Upsert.Ignored ignored -> {
        end(
            incident,
            SceneMove.closedBefore(
                incident.id(),
                report.facts().status(),
                incident.state(),
                report.position().receivedBy(now).asOf()));
        incidents.flag(incident, Set.of(IntakeFlag.IGNORED_OLDER), now);
        yield Receipt.of(incident, Receipt.Outcome.IGNORED, Set.of());
      }
      case Upsert.Conflicting conflicting ->
          throw Problem.conflict(
                  "drill-and-real", "One number cannot stand for a drill and for a real incident.")
              .at("/test");
    };
  }

  /** A call its source closes has nobody at its scene who could still call it safe. */
  private void end(Incident incident, SceneMove move) {
    switch (move) {
      case SceneMove.Moved moved -> {
        incident.become(moved.next());
        Subject subject = incident.next(moved.next().mode());
        incidents.record(incident, moved.event());
        outbox.tell(subject, moved.event());
      }
      case SceneMove.Noted noted -> incident.become(noted.next());
      case SceneMove.AsBefore asBefore -> {}
      case SceneMove.Stale stale -> {}
      case SceneMove.Overtaken overtaken -> {}
    }
  }

  private Receipt tell(
      Incident incident,
      Subject subject,
      Upsert.Applied applied,
      Casting.Settled settled,
      Post post,
      Instant now) {
    Receipt.Outcome outcome =
        switch (applied) {
          case Upsert.Created created -> Receipt.Outcome.CREATED;
          case Upsert.Updated updated -> Receipt.Outcome.UPDATED;
        };
    Set<IntakeFlag> flags = EnumSet.noneOf(IntakeFlag.class);
    flags.addAll(applied.flags());
    flags.addAll(post.odd());
    flags.addAll(settled.flags());
    incidents.flag(incident, flags, now);
    UUID told = outbox.tell(subject, applied.event(incident.id(), incident.zone(), settled.cast()));
    for (Subject newcomer : settled.newcomers()) {
      outbox.tell(newcomer.causedBy(told), new PersonRegistered(newcomer.id()));
    }
    settled.recognised().forEach(link -> outbox.tell(link.subject().causedBy(told), link.event()));
    duplicates.look(incident, post.report(), now);
    return Receipt.of(incident, outcome, flags);
  }

  /** Nothing once a person it names was erased: the note would speak of that person again. */
  private byte @Nullable [] kept(Incident incident, Report report) {
    return report.kept() == null || parties.namesAnErasedPerson(incident.id())
        ? null
        : vault.seal(incident.id(), report.kept());
  }

  private static Report classified(PoliceService source, Report report) {
    boolean byType =
        report.facts().domestic() == Known.UNKNOWN && source.callsDomestic(report.facts().type());
    return byType ? report.asDomestic() : report;
  }

  private Digest keyOf(PoliceService source, String key) {
    return index.of(Kind.IDEMPOTENCY_KEY, source.code(), key);
  }

  private Digest postOf(Report report, Digest content) {
    return index.of(
        Kind.CONTENT,
        content.hex(),
        Objects.toString(report.position().sequence()),
        report.position().asOf().toString());
  }
}
