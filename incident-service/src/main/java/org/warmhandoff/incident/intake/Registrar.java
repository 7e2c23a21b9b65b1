package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.incident.BlindIndex;
import org.warmhandoff.incident.BlindIndex.Kind;
import org.warmhandoff.incident.Digest;
import org.warmhandoff.incident.IdempotencyKeys;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.SignedAttempt;
import org.warmhandoff.incident.SignedRequests;
import org.warmhandoff.incident.Throttle;

/**
 * Takes reports within the caller's transaction: in known codes, each once under its key, those of
 * incidents nobody heard of together. What a post must wait for is waited for in one order, by
 * number, so that two groups never wait for each other in a circle.
 */
@ApplicationScoped
class Registrar {

  private final PoliceServices policeServices;
  private final Incidents incidents;
  private final IdempotencyKeys keys;
  private final SignedRequests signed;
  private final FirstReports firstReports;
  private final LaterReports laterReports;
  private final BlindIndex index;
  private final Throttle throttle;
  private final CodeTable codes;
  private final InstantSource clock;

  Registrar(
      PoliceServices policeServices,
      Incidents incidents,
      IdempotencyKeys keys,
      SignedRequests signed,
      FirstReports firstReports,
      LaterReports laterReports,
      BlindIndex index,
      Throttle throttle,
      IntakeSettings settings,
      InstantSource clock) {
    this.policeServices = policeServices;
    this.incidents = incidents;
    this.keys = keys;
    this.signed = signed;
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
   * Takes reports; one that is refused stops none of the others.
   *
   * @param group in the order of their arrival
   * @return what became of each, in the same order
   */
  List<Taken> take(List<Posted> group, ReportIncident.Patience patience) {
    if (patience == ReportIncident.Patience.BRIEF) {
      incidents.waitBriefly();
    }
    Instant now = clock.instant();
    Taken[] taken = new Taken[group.size()];
    List<Post> posts = new ArrayList<>();
    byNumber(group)
        .forEach(
            place -> {
              try {
                posts.add(read(place, group.get(place)));
              } catch (Problem refused) {
                taken[place] = new Taken.Refused(refused);
              }
            });
    Turns turns = Turns.of(posts);
    Set<IdempotencyKeys.Use> misfits = keys.misfits(turns.keys(), now);
    List<Post> known = new ArrayList<>(turns.later());
    List<Post> fitting = new ArrayList<>();
    for (Post post : turns.together()) {
      if (post.key() != null && misfits.contains(post.key())) {
        taken[post.place()] = new Taken.Refused(keyUsed());
      } else {
        fitting.add(post);
      }
    }
    Map<Post, Receipt> firsts = firstReports.firsts(byArrival(fitting), now);
    for (Post post : fitting) {
      Receipt receipt = firsts.get(post);
      if (receipt == null) {
        known.add(post);
      } else {
        taken[post.place()] = new Taken.Stored(receipt);
      }
    }
    later(known, turns, taken, now);
    releaseSigned(posts, group, taken);
    return List.of(taken);
  }

  /**
   * Those of known incidents, and those that another of their group came before. Who lost a key to
   * one that was itself refused, and so has not used it, is taken once more.
   */
  private void later(List<Post> posts, Turns turns, Taken[] taken, Instant now) {
    Set<Post> keyless = new HashSet<>(turns.later());
    List<Post> left = new ArrayList<>(posts);
    left.sort(Turns.BY_NUMBER);
    while (!left.isEmpty()) {
      List<Post> lost = new ArrayList<>();
      boolean freed = false;
      for (Post post : left) {
        if (keyless.contains(post) && post.key() != null && !keys.fits(post.key(), now)) {
          taken[post.place()] = new Taken.Refused(keyUsed());
          lost.add(post);
          continue;
        }
        try {
          taken[post.place()] = new Taken.Stored(oneByOne(post, now));
        } catch (Problem refused) {
          taken[post.place()] = new Taken.Refused(refused);
          freed |= post.key() != null;
        }
      }
      left = freed ? lost : List.of();
    }
  }

  /** What was refused counts as not sent. */
  private void releaseSigned(List<Post> posts, List<Posted> group, Taken[] taken) {
    for (Post post : posts) {
      SignedRequests.Claim claim = group.get(post.place()).signed();
      if (claim != null && taken[post.place()] instanceof Taken.Refused) {
        signed.release(claim);
      }
    }
  }

  private Receipt oneByOne(Post post, Instant now) {
    try {
      Receipt first = firstReports.firsts(List.of(post), now).get(post);
      return first == null ? laterReports.again(post, now) : first;
    } catch (Problem refused) {
      if (post.key() != null) {
        keys.release(post.key());
      }
      throw refused;
    }
  }

  private Post read(int place, Posted posted) {
    PoliceService source = source(posted.policeService());
    if (posted.signed() != null && !signed.claim(posted.signed())) {
      throw SignedAttempt.replayed();
    }
    Report coded = codes.coded(source, posted.report());
    Report report = classified(source, coded);
    Digest content = index.of(Kind.CONTENT, report.canonical().reveal());
    Set<IntakeFlag> odd =
        coded.facts().equals(posted.report().facts()) ? Set.of() : Set.of(IntakeFlag.UNKNOWN_CODE);
    IdempotencyKeys.Use key =
        posted.key() == null
            ? null
            : new IdempotencyKeys.Use(
                source.code(),
                source.jurisdiction(),
                index.of(Kind.IDEMPOTENCY_KEY, source.code(), posted.key()),
                postOf(report, content));
    return new Post(place, source, report, content, odd, key);
  }

  private static List<Integer> byNumber(List<Posted> group) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < group.size(); place++) {
      places.add(place);
    }
    places.sort(
        Comparator.comparing((Integer place) -> group.get(place).policeService())
            .thenComparing(place -> group.get(place).report().externalId()));
    return places;
  }

  private static List<Post> byArrival(List<Post> posts) {
    return posts.stream().sorted(Comparator.comparingInt(Post::place)).toList();
  }

  private static Problem keyUsed() {
    return Problem.conflict("key-used", "This Idempotency-Key was used before, for other content.");
  }

  private static Report classified(PoliceService source, Report report) {
    boolean byType =
        report.facts().domestic() == Known.UNKNOWN && source.callsDomestic(report.facts().type());
    return byType ? report.asDomestic() : report;
  }

  private Digest postOf(Report report, Digest content) {
    return index.of(
        Kind.CONTENT,
        content.hex(),
        Objects.toString(report.position().sequence()),
        report.position().asOf().toString());
  }
}
