package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.PersonEvent.PersonRegistered;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.Newcomers;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.Upsert;
import org.warmhandoff.incident.Vault;

/**
 * Reports of incidents nobody has heard of: the incidents first, then their persons, then what is
 * told of them, each with one statement for all. Where somebody of a report might be known, its
 * persons are settled by themselves, after the others.
 */
@ApplicationScoped
class FirstReports {

  private final Incidents incidents;
  private final Newcomers newcomers;
  private final Casting casting;
  private final Belonging belonging;
  private final Vault vault;
  private final Consequences consequences;
  private final Outbox outbox;

  FirstReports(
      Incidents incidents,
      Newcomers newcomers,
      Casting casting,
      Belonging belonging,
      Vault vault,
      Consequences consequences,
      Outbox outbox) {
    this.incidents = incidents;
    this.newcomers = newcomers;
    this.casting = casting;
    this.belonging = belonging;
    this.vault = vault;
    this.consequences = consequences;
    this.outbox = outbox;
  }

  /** A post as the incident it would be; its first event is numbered already. */
  private record Claim(Post post, Upsert.Created created, Incident incident, Subject subject) {

    Newcomers.Arrival arrival() {
      return new Newcomers.Arrival(incident, post.report());
    }
  }

  /**
   * Takes posts within the caller's transaction.
   *
   * @param posts each of another incident, in the order of their arrival
   * @return what became of those whose incident was not known, by themselves and not by what they
   *     hold; the others are left alone
   */
  Map<Post, Receipt> firsts(List<Post> posts, Instant now) {
    List<Claim> claims = posts.stream().flatMap(post -> claim(post, now).stream()).toList();
    Set<UUID> first =
        incidents.claimAll(
            claims.stream()
                .map(Claim::incident)
                .sorted(
                    Comparator.comparing(Incident::policeService)
                        .thenComparing(Incident::externalId))
                .toList());
    List<Claim> claimed =
        claims.stream().filter(claim -> first.contains(claim.incident().id())).toList();
    List<Optional<Casting.Settled>> settled =
        newcomers.settle(claimed.stream().map(Claim::arrival).toList(), now);
    Map<Post, Receipt> receipts = new IdentityHashMap<>();
    Map<Incident, Set<IntakeFlag>> flags = new LinkedHashMap<>();
    List<Outbox.Telling> tellings = new ArrayList<>();
    List<Claim> others = new ArrayList<>();
    for (int i = 0; i < claimed.size(); i++) {
      Claim claim = claimed.get(i);
      Casting.Settled plain = settled.get(i).orElse(null);
      if (plain == null) {
        others.add(claim);
        continue;
      }
      Set<IntakeFlag> odd = Consequences.flags(claim.created(), claim.post(), plain);
      flags.put(claim.incident(), odd);
      belonging.said(claim.incident(), claim.post().report(), plain);
      tellings.add(telling(claim, plain));
      receipts.put(claim.post(), Receipt.of(claim.incident(), Receipt.Outcome.CREATED, odd));
    }
    incidents.flagAll(flags, now);
    outbox.tellAll(tellings);
    others.forEach(claim -> receipts.put(claim.post(), alone(claim, now)));
    return receipts;
  }

  /** The incident, then its newcomers; nobody was recognised, and so nothing looks alike. */
  private static Outbox.Telling telling(Claim claim, Casting.Settled settled) {
    return new Outbox.Telling(
        claim.subject(),
        claim.created().event(claim.incident().id(), claim.incident().zone(), settled.cast()),
        settled.newcomers().stream()
            .map(
                newcomer ->
                    new Outbox.Telling(newcomer, new PersonRegistered(newcomer.id()), List.of()))
            .toList());
  }

  private Receipt alone(Claim claim, Instant now) {
    Incident incident = claim.incident();
    Casting.Settled settled = casting.first(incident, claim.post().report(), now);
    if (!settled.cast().excludedStaff().isEmpty()) {
      incidents.keepOut(incident.id(), settled.cast().excludedStaff());
    }
    return consequences.of(
        incident,
        claim.subject(),
        claim.created(),
        belonging.said(incident, claim.post().report(), settled),
        claim.post(),
        now);
  }

  private Optional<Claim> claim(Post post, Instant now) {
    Report report = post.report();
    if (!(Upsert.decide(new IncidentState.Unheard(), report, post.content(), now)
        instanceof Upsert.Created created)) {
      return Optional.empty();
    }
    Incident incident = new Incident(post.source(), report.externalId(), created.next());
    incident.keep(vault.seal(incident.id(), report.kept()));
    return Optional.of(new Claim(post, created, incident, incident.next(report.mode())));
  }
}
