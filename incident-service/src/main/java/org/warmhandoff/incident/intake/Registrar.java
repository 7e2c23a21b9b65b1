package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.incident.BlindIndex;
import org.warmhandoff.incident.BlindIndex.Kind;
import org.warmhandoff.incident.Digest;
import org.warmhandoff.incident.IdempotencyKeys;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.Throttle;

/** Takes one report within the caller's transaction: in known codes, and once under its key. */
@ApplicationScoped
class Registrar {

  private final PoliceServices policeServices;
  private final IdempotencyKeys keys;
  private final FirstReports firstReports;
  private final LaterReports laterReports;
  private final BlindIndex index;
  private final Throttle throttle;
  private final CodeTable codes;
  private final InstantSource clock;

  Registrar(
      PoliceServices policeServices,
      IdempotencyKeys keys,
      FirstReports firstReports,
      LaterReports laterReports,
      BlindIndex index,
      Throttle throttle,
      IntakeSettings settings,
      InstantSource clock) {
    this.policeServices = policeServices;
    this.keys = keys;
    this.firstReports = firstReports;
    this.laterReports = laterReports;
    this.index = index;
    this.throttle = throttle;
    this.codes = CodeTable.of(settings);
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
    Post post = new Post(source, report, content, odd);
    try {
      return firstReports.first(post, now).orElseGet(() -> laterReports.again(post, now));
    } catch (Problem refused) {
      if (key != null) {
        keys.release(source, keyOf(source, key), postOf(report, content));
      }
      throw refused;
    }
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
