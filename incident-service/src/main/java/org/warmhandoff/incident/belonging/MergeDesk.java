package org.warmhandoff.incident.belonging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Belonging.Row;
import org.warmhandoff.incident.Cast;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Closing;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.Merges;
import org.warmhandoff.incident.Relations.Kind;
import org.warmhandoff.incident.Scene;
import org.warmhandoff.incident.SceneMove;
import org.warmhandoff.incident.Together;
import org.warmhandoff.incident.Unsettled;

/** Makes incidents one, or two again, within the caller's transaction; all of them are locked. */
@ApplicationScoped
class MergeDesk {

  private final Belonging belonging;
  private final Incidents incidents;
  private final Casting casting;
  private final Together together;
  private final Closing closing;
  private final Parting parting;
  private final Outbox outbox;
  private final InstantSource clock;

  MergeDesk(
      Belonging belonging,
      Incidents incidents,
      Casting casting,
      Together together,
      Closing closing,
      Parting parting,
      Outbox outbox,
      InstantSource clock) {
    this.belonging = belonging;
    this.incidents = incidents;
    this.casting = casting;
    this.together = together;
    this.closing = closing;
    this.parting = parting;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Settles a cluster.
   *
   * @param note whose report made it so
   * @param cluster all that are one by now or are said to be
   * @param said what they say of each other
   */
  void settle(Unsettled.Note note, Map<UUID, Incident> locked, Set<UUID> cluster, List<Row> said) {
    List<Incident> here =
        locked.values().stream().filter(one -> cluster.contains(one.id())).toList();
    Map<UUID, UUID> before = new HashMap<>();
    for (Incident one : here) {
      UUID into = one.mergedInto();
      if (into != null) {
        before.put(one.id(), into);
      }
    }
    Merges.Decided decided =
        Merges.decide(here.stream().map(one -> node(one, said)).toList(), claims(said));
    decided.overruled().forEach(claim -> belonging.overrule(claim.row()));
    flag(decided, said, locked);

    Map<UUID, UUID> steps = Merges.steps(before, decided);
    Set<UUID> toTell = new LinkedHashSet<>();
    if (before.get(note.incident()) != null) {
      toTell.add(decided.goesOn(note.incident()));
    }
    List<Merges.Claim> news = new ArrayList<>();
    for (Incident incident : here) {
      Merges.Claim claim = decided.into().get(incident.id());
      UUID old = before.get(incident.id());
      if (Objects.equals(old, steps.get(incident.id()))) {
        continue;
      }
      if (old != null) {
        UUID wentOn = goesOn(before, incident.id());
        toTell.add(wentOn);
        toTell.add(incident.id());
        parting.separate(
            incident,
            old,
            under(incident.id(), here, before),
            Objects.requireNonNull(locked.get(wentOn)),
            here.stream().filter(one -> decided.goesOn(one.id()).equals(wentOn)).toList(),
            note.at());
      }
      if (claim != null) {
        news.add(claim);
      }
    }
    news.sort(Comparator.comparing(Merges.Claim::at).thenComparing(claim -> claim.incident()));
    for (Merges.Claim claim : news) {
      UUID goesOn = decided.goesOn(claim.incident());
      toTell.add(goesOn);
      merge(
          Objects.requireNonNull(locked.get(claim.incident())),
          claim,
          Objects.requireNonNull(locked.get(goesOn)));
    }
    Incident noted = Objects.requireNonNull(locked.get(note.incident()));
    if (noted.mergedInto() == null && wasMoving(noted, said)) {
      toTell.add(noted.id());
      end(noted);
    }
    incidents.flush();
    toTell.stream()
        .map(locked::get)
        .filter(one -> one != null && one.mergedInto() == null)
        .forEach(one -> tell(one, !news.isEmpty()));
  }

  private static Merges.Node node(Incident incident, List<Row> said) {
    Heard state = incident.state();
    boolean merged =
        said.stream()
            .anyMatch(
                row ->
                    row.said()
                        && row.kind() == Kind.MERGED_INTO
                        && row.incident().equals(incident.id()));
    return new Merges.Node(
        incident.id(),
        state.mode() == Mode.TEST,
        state.facts().status() == Status.ACTIVE,
        merged,
        state.position().asOf());
  }

  private static List<Merges.Claim> claims(List<Row> said) {
    List<Merges.Claim> claims = new ArrayList<>();
    for (Row row : said) {
      UUID other = row.other();
      if (!row.said() || row.overruled() || other == null) {
        continue;
      }
      switch (row.kind()) {
        case MERGED_INTO ->
            claims.add(new Merges.Claim(row.number(), row.incident(), other, true, row.saidAt()));
        case REPLACES ->
            claims.add(new Merges.Claim(row.number(), other, row.incident(), false, row.saidAt()));
        case SPLIT_FROM, LINKED_TO -> {}
      }
    }
    return claims;
  }

  /** What is odd is flagged once, at the incident whose source said so. */
  private void flag(Merges.Decided decided, List<Row> said, Map<UUID, Incident> locked) {
    Map<Long, IntakeFlag> odd =
        decided.odd().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().row(), Map.Entry::getValue));
    for (Row row : said) {
      IntakeFlag why = odd.get(row.number());
      boolean merges = row.kind() == Kind.MERGED_INTO || row.kind() == Kind.REPLACES;
      if (!merges || Objects.equals(why == null ? null : why.code(), row.odd())) {
        continue;
      }
      belonging.odd(row.number(), why);
      Incident sayer = locked.get(row.incident());
      if (why != null && sayer != null) {
        incidents.flag(sayer, Set.of(why), clock.instant());
      }
    }
  }

  /** It, and those that were part of it by way of any others. */
  private static Set<UUID> under(UUID incident, List<Incident> here, Map<UUID, UUID> before) {
    Map<UUID, UUID> without = new HashMap<>(before);
    without.remove(incident);
    return here.stream()
        .map(Incident::id)
        .filter(one -> goesOn(without, one).equals(incident))
        .collect(Collectors.toSet());
  }

  private static UUID goesOn(Map<UUID, UUID> into, UUID incident) {
    UUID at = incident;
    for (UUID next = into.get(at); next != null; next = into.get(at)) {
      at = next;
    }
    return at;
  }

  /** Whether what its source told was held back, since another was said to go on for it. */
  private static boolean wasMoving(Incident incident, List<Row> said) {
    return incident.state().facts().status() != Status.ACTIVE
        && said.stream()
            .filter(row -> row.said() && !row.overruled() && row.other() != null)
            .anyMatch(
                row ->
                    (row.kind() == Kind.MERGED_INTO && row.incident().equals(incident.id()))
                        || (row.kind() == Kind.REPLACES && incident.id().equals(row.other())));
  }

  /** Its source ended the call for another that does not go on for it after all. */
  private void end(Incident incident) {
    Heard state = incident.state();
    closing.end(
        incident, SceneMove.closed(incident.id(), Status.ACTIVE, state, state.position().asOf()));
  }

  private void merge(Incident incident, Merges.Claim claim, Incident goesOn) {
    Heard before = goesOn.state();
    Heard after = before.and(incident.state());
    boolean doubted = incident.state().scene() instanceof Scene.NotSafe;
    Heard alone = incident.state().alone(claim.at());
    incident.mergeInto(claim.into());
    incident.become(alone);
    outbox.tell(
        incident.next(alone.mode()), new IncidentMerged(incident.id(), claim.into(), claim.at()));
    goesOn.become(after);
    // That it is safe, and that somebody is wanted, was told of the other one, and holds. A doubt
    // nobody was told of, since nothing was safe here, is news to whoever is on the way there.
    switch (after.scene()) {
      case Scene.NotSafe doubt when !doubted || !(before.scene() instanceof Scene.NotSafe) ->
          say(goesOn, new SceneSafetyRevoked(goesOn.id(), by(doubt), at(doubt)));
      case Scene.Cleared left when before.scene() instanceof Scene.Safe ->
          say(goesOn, new OfficersCleared(goesOn.id(), left.by(), left.changedAt()));
      case Scene.NotSafe asBefore -> {}
      case Scene.Cleared asBefore -> {}
      case Scene.Safe safe -> {}
    }
  }

  private void say(Incident incident, IncidentEvent event) {
    Mode mode = incident.state().mode();
    outbox.tell(incident.next(mode), event);
    incidents.record(incident, event);
  }

  private void tell(Incident incident, boolean news) {
    Cast own = casting.now(incident);
    incident.keepOut(own.excludedStaff());
    Cast told = together.told(incident, own);
    if (news && Together.hasBothSides(told) && !Together.hasBothSides(own)) {
      incidents.flag(incident, Set.of(IntakeFlag.DUAL_ROLE), clock.instant());
    }
    Heard state = incident.state();
    outbox.tell(
        incident.next(state.mode()),
        new IncidentUpdated(incident.id(), state.told(incident.zone(), told)));
  }

  private static UUID by(Scene scene) {
    return Objects.requireNonNull(scene.by());
  }

  private static Instant at(Scene scene) {
    return Objects.requireNonNull(scene.changedAt());
  }
}
