package org.warmhandoff.bench.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.warmhandoff.incident.LinkageInMemory;
import org.warmhandoff.incident.LinkageInMemory.Named;

/** Years of incidents of a made-up population, linked as intake links them, against the truth. */
final class Trial {

  private static final int KEY_BYTES = 32;
  private static final double AT_HOME = 0.7;
  private static final double AGAIN = 0.45;
  private static final double BYSTANDER = 0.25;

  private final Random random;
  private final Population population;
  private final Clerk clerk;
  private final LinkageInMemory linkage;
  private final Map<UUID, Human> truth = new HashMap<>();
  private final List<List<Human>> seen = new ArrayList<>();
  private final Map<String, int[]> told = new TreeMap<>();
  private final Set<Set<UUID>> suggested = new HashSet<>();
  private int incidents;

  private Trial(int people, long seed) {
    this.random = new Random(seed);
    this.population = new Population(people, seed);
    this.clerk = new Clerk(random);
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    this.linkage = new LinkageInMemory(key);
  }

  /** Plays it through. */
  static Outcome of(int people, int incidents, long seed) {
    Trial trial = new Trial(people, seed);
    for (int i = 0; i < incidents; i++) {
      trial.incident(i > incidents / 2);
    }
    return trial.outcome();
  }

  private void incident(boolean late) {
    boolean again = !seen.isEmpty() && random.nextDouble() < AGAIN;
    List<Human> who = again ? seen.get(random.nextInt(seen.size())) : somebody();
    if (!again) {
      seen.add(who);
    }
    incidents++;
    List<Named> named = new ArrayList<>();
    for (Human human : who) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      truth.put(id, human);
      named.add(
          new Named(
              id,
              new EnumMap<>(
                  clerk.write(
                      human,
                      late,
                      population.households().get(human.household()),
                      population.humans()))));
    }
    linkage.report(new UUID(random.nextLong(), random.nextLong()), named, this::count);
  }

  /** A pair of one household mostly, and now and then somebody who called or saw it. */
  private List<Human> somebody() {
    List<Human> all = population.humans();
    Human one = all.get(random.nextInt(all.size()));
    List<Human> house = population.households().get(one.household());
    List<Human> who = new ArrayList<>();
    who.add(one);
    Human other =
        random.nextDouble() < AT_HOME
            ? house.get(random.nextInt(house.size()))
            : all.get(random.nextInt(all.size()));
    if (other != one) {
      who.add(other);
    }
    Human third = all.get(random.nextInt(all.size()));
    if (random.nextDouble() < BYSTANDER && !who.contains(third)) {
      who.add(third);
    }
    return who;
  }

  private void count(LinkageInMemory.Told found) {
    boolean right = human(found.person()) == human(found.other());
    int[] tally =
        told.computeIfAbsent(
            (found.linked() ? "linked by " : "suggested by ") + found.why(), why -> new int[2]);
    tally[right ? 0 : 1]++;
    if (!found.linked()) {
      suggested.add(Set.of(found.person(), found.other()));
    }
  }

  private Outcome outcome() {
    Map<Human, List<UUID>> mentions = new HashMap<>();
    truth.forEach((id, human) -> mentions.computeIfAbsent(human, h -> new ArrayList<>()).add(id));
    Outcome.Pairs all = new Outcome.Pairs();
    Outcome.Pairs household = new Outcome.Pairs();
    mentions.forEach(
        (human, ids) -> {
          boolean shares = population.households().get(human.household()).size() > 1;
          all.expected(pairs(ids.size()));
          household.expected(shares ? pairs(ids.size()) : 0);
        });
    Set<Set<UUID>> counted = new HashSet<>();
    for (UUID id : truth.keySet()) {
      Set<UUID> group = linkage.group(id);
      if (group.size() > 1 && counted.add(group)) {
        count(List.copyOf(group), all, household);
      }
    }
    int found =
        (int)
            suggested.stream()
                .filter(pair -> pair.stream().map(this::human).distinct().count() == 1)
                .count();
    return new Outcome(
        population.humans().size(),
        incidents,
        truth.size(),
        all,
        household,
        twoOfOneHousehold(mentions),
        told,
        found);
  }

  /** Mentions of two different people of one household: what linkage must above all keep apart. */
  private static long twoOfOneHousehold(Map<Human, List<UUID>> mentions) {
    Map<Integer, Long> named = new HashMap<>();
    mentions.forEach((human, ids) -> named.merge(human.household(), (long) ids.size(), Long::sum));
    long two = named.values().stream().mapToLong(Trial::pairs).sum();
    return two - mentions.values().stream().mapToLong(ids -> pairs(ids.size())).sum();
  }

  private void count(List<UUID> group, Outcome.Pairs all, Outcome.Pairs household) {
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        Human one = human(group.get(i));
        Human other = human(group.get(j));
        all.linked(one == other);
        if (one.household() == other.household()
            && population.households().get(one.household()).size() > 1) {
          household.linked(one == other);
        }
      }
    }
  }

  private Human human(UUID id) {
    Human human = truth.get(id);
    if (human == null) {
      throw new IllegalStateException("an id nobody was given");
    }
    return human;
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }
}
