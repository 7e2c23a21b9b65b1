package org.warmhandoff.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;

/**
 * Which incident goes on for which, from all that their sources say: a pure function, so that the
 * order in which it was heard changes nothing.
 *
 * <ol>
 *   <li>What an incident's own report says of it counts before what others say.
 *   <li>That another goes on for it ends once its own later report is of an open incident that does
 *       not say so.
 *   <li>Of several, the one that was said last counts.
 *   <li>A drill and a real incident are never one. What would close a circle is not applied: what
 *       was said first stands.
 * </ol>
 */
public final class Merges {

  private static final Comparator<Claim> EARLIER =
      Comparator.comparing(Claim::at)
          .thenComparing(claim -> claim.incident().toString())
          .thenComparing(claim -> claim.into().toString())
          .thenComparing(Claim::row);

  private Merges() {}

  /**
   * One incident.
   *
   * @param merged whether its own report says that another goes on for it, known yet or not
   * @param asOf how far its source has come
   */
  public record Node(UUID incident, boolean drill, boolean active, boolean merged, Instant asOf) {}

  /**
   * That {@code into} goes on for an incident.
   *
   * @param row the row it stands in
   * @param own whether the incident's own report says so
   * @param at when its source first said so
   */
  public record Claim(long row, UUID incident, UUID into, boolean own, Instant at) {}

  /**
   * What holds.
   *
   * @param into for each merged incident, the claim that holds
   * @param overruled claims that its own report ended for good
   * @param odd claims that are not applied, and why
   */
  public record Decided(Map<UUID, Claim> into, Set<Claim> overruled, Map<Claim, IntakeFlag> odd) {

    /** The one that goes on for it in the end; itself where it stands by itself. */
    public UUID goesOn(UUID incident) {
      UUID at = incident;
      for (Claim step = into.get(at); step != null; step = into.get(at)) {
        at = step.into();
      }
      return at;
    }
  }

  /** Decides; claims of incidents that are not among the nodes say nothing. */
  public static Decided decide(Collection<Node> nodes, Collection<Claim> claims) {
    Map<UUID, Node> known = nodes.stream().collect(Collectors.toMap(Node::incident, node -> node));
    Set<Claim> overruled = new HashSet<>();
    Map<Claim, IntakeFlag> odd = new HashMap<>();
    Map<UUID, Claim> chosen = new HashMap<>();
    for (Claim claim : claims) {
      Node merged = known.get(claim.incident());
      Node goesOn = known.get(claim.into());
      if (merged == null || goesOn == null || merged == goesOn) {
        continue;
      }
      if (merged.drill() != goesOn.drill()) {
        odd.put(claim, IntakeFlag.DRILL_AND_REAL);
      } else if (standsAgain(merged, claim)) {
        overruled.add(claim);
      } else {
        chosen.merge(claim.incident(), claim, Merges::stronger);
      }
    }
    Map<UUID, Claim> into = new HashMap<>();
    List<Claim> inOrder = new ArrayList<>(chosen.values());
    inOrder.sort(EARLIER);
    for (Claim claim : inOrder) {
      if (new Decided(into, Set.of(), Map.of()).goesOn(claim.into()).equals(claim.incident())) {
        odd.put(claim, IntakeFlag.IN_A_CIRCLE);
      } else {
        into.put(claim.incident(), claim);
      }
    }
    return new Decided(Map.copyOf(into), Set.copyOf(overruled), Map.copyOf(odd));
  }

  /**
   * What each is part of from now on. Who is part of the same one in the end stays where it is: at
   * that scene nothing changed, and nobody who is on the way may be turned back.
   *
   * @param before what each was part of
   */
  public static Map<UUID, UUID> steps(Map<UUID, UUID> before, Decided decided) {
    Map<UUID, UUID> steps = new HashMap<>();
    decided.into().forEach((incident, claim) -> steps.put(incident, claim.into()));
    for (UUID incident : new TreeSet<>(steps.keySet())) {
      UUID next = Objects.requireNonNull(steps.get(incident));
      steps.put(incident, before.getOrDefault(incident, next));
      if (!decided.goesOn(incident).equals(end(steps, incident))) {
        steps.put(incident, next);
      }
    }
    return steps;
  }

  /** Null where it leads back to itself. */
  private static @Nullable UUID end(Map<UUID, UUID> steps, UUID incident) {
    Set<UUID> passed = new HashSet<>();
    UUID at = incident;
    for (UUID next = steps.get(at); next != null; next = steps.get(at)) {
      if (!passed.add(at)) {
        return null;
      }
      at = next;
    }
    return at;
  }

  private static boolean standsAgain(Node incident, Claim claim) {
    return !claim.own()
        && !incident.merged()
        && incident.active()
        && incident.asOf().isAfter(claim.at());
  }

  private static Claim stronger(Claim one, Claim other) {
    if (one.own() != other.own()) {
      return one.own() ? one : other;
    }
    return EARLIER.compare(one, other) < 0 ? other : one;
  }

  /** What stands at the one that goes on once the other is part of it. */
  static IncidentState.Heard together(IncidentState.Heard goesOn, IncidentState.Heard merged) {
    Scene scene = scene(goesOn.scene(), merged.scene());
    Wish wish = goesOn.wish() == null ? merged.wish() : goesOn.wish();
    Instant left = scene instanceof Scene.Cleared cleared ? cleared.changedAt() : null;
    boolean over = wish != null && left != null && !wish.at().isAfter(left);
    return goesOn
        .with(merged.mode() == Mode.LIVE ? Mode.LIVE : goesOn.mode())
        .with(scene)
        .with(over ? null : wish)
        .with(goesOn.words().and(merged.words()));
  }

  /** Doubt counts before "safe", whenever it was said; what nobody said hides nothing. */
  private static Scene scene(Scene goesOn, Scene merged) {
    if (isSilent(merged)) {
      return goesOn;
    }
    Instant here = goesOn.changedAt();
    boolean later = here == null || Objects.requireNonNull(merged.changedAt()).isAfter(here);
    if (isSilent(goesOn)) {
      return later ? merged : goesOn;
    }
    boolean doubtHere = goesOn instanceof Scene.NotSafe;
    boolean doubtThere = merged instanceof Scene.NotSafe;
    if (doubtHere != doubtThere) {
      return doubtHere ? goesOn : merged;
    }
    return later ? merged : goesOn;
  }

  /** Whether no officer's word stands there: that a source closed its call is none. */
  private static boolean isSilent(Scene scene) {
    return scene.by() == null
        || org.warmhandoff.contracts.IncidentEvent.THE_SOURCE.equals(scene.by());
  }
}
