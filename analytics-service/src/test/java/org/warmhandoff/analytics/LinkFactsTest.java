package org.warmhandoff.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.analytics.Story.DATABASE;
import static org.warmhandoff.analytics.Story.awaitFacts;
import static org.warmhandoff.analytics.Story.forgetEverything;
import static org.warmhandoff.analytics.Story.rows;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent;
import org.warmhandoff.contracts.PersonEvent.LinkReason;
import org.warmhandoff.contracts.PersonEvent.PersonRegistered;
import org.warmhandoff.contracts.PersonEvent.PersonsLinked;
import org.warmhandoff.contracts.PersonEvent.PersonsUnlinked;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** Links of persons, in any order and more than once. */
@QuarkusTest
@WithStack("analytics-service")
class LinkFactsTest {

  private static final String GROUPS =
      "select canonical::text as canonical, count(*) as members from alias_fact"
          + " group by canonical order by count(*), canonical";
  private static final String EVERYTHING =
      "select low::text, high::text, police_service, jurisdiction, mode, link_version, linked,"
          + " reason, decided_at::text, null as person, null as canonical from link_fact"
          + " union all select null, null, police_service, jurisdiction, null, null, null, null,"
          + " null, person::text, canonical::text from alias_fact order by 1, 2, 10";

  private final List<Telling.Told> told = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Instant at = TestClock.now();

  @BeforeEach
  void forget() {
    forgetEverything();
  }

  @Test
  void aChainIsOneAndAnUndoneLinkMakesTwoOfIt() {
    UUID a = registered();
    UUID b = registered();
    UUID c = registered();
    UUID d = registered();
    linked(b, a);
    linked(c, b);
    linked(d, c);
    tell(1, 1);
    assertThat(sizes()).containsExactly(4);
    int before = told.size();
    unlinked(c, b);
    Telling.send(told.subList(before, told.size()));
    awaitFacts(told.size());
    assertThat(sizes()).containsExactly(2, 2);
    before = told.size();
    linked(c, b);
    Telling.send(told.subList(before, told.size()));
    awaitFacts(told.size());
    assertThat(sizes()).containsExactly(4);
    assertThat(DATABASE.count("select count(distinct person) from person_fact")).isEqualTo(4);
    assertThat(
            DATABASE.count(
                "select count(distinct coalesce(a.canonical, p.person)) from person_fact p"
                    + " left join alias_fact a on a.person = p.person"))
        .isEqualTo(1);
  }

  /** A seeded crowd against a plain union of what is linked at the end. */
  @Test
  void anyOrderGivesTheSameRowsAndTheyAreTheTruth() {
    Random random = new Random(20260101);
    List<UUID> persons = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      persons.add(registered());
    }
    Map<UUID, UUID> pairs = new HashMap<>();
    for (int i = 1; i < persons.size(); i++) {
      if (random.nextInt(3) > 0) {
        linked(persons.get(i), persons.get(random.nextInt(i)), pairs);
      }
    }
    List<UUID> tellers = new ArrayList<>(new TreeSet<>(pairs.keySet()));
    Map<UUID, UUID> live = new HashMap<>(pairs);
    for (int i = 0; i < 40; i++) {
      UUID teller = tellers.get(random.nextInt(tellers.size()));
      UUID other = Objects.requireNonNull(pairs.get(teller));
      if (live.remove(teller) == null) {
        linked(teller, other, live);
      } else {
        unlinked(teller, other);
      }
    }
    List<Integer> truth = truth(persons, pairs, live);
    List<Map<String, Object>> first = List.of();
    for (int order = 1; order <= 3; order++) {
      forgetEverything();
      tell(order, order);
      assertThat(sizes()).as("order " + order).isEqualTo(truth);
      List<Map<String, Object>> everything = rows(EVERYTHING);
      assertThat(everything).isNotEmpty();
      if (order > 1) {
        assertThat(everything).isEqualTo(first);
      }
      first = everything;
    }
  }

  /** Sizes of the groups of everyone who was ever linked, smallest first. */
  private static List<Integer> truth(
      List<UUID> persons, Map<UUID, UUID> ever, Map<UUID, UUID> live) {
    Map<UUID, UUID> group = new HashMap<>();
    persons.forEach(person -> group.put(person, person));
    live.forEach(
        (one, other) -> {
          UUID from = group.get(one);
          UUID to = group.get(other);
          group.replaceAll((person, of) -> of.equals(from) ? to : of);
        });
    TreeSet<UUID> seen = new TreeSet<>(ever.keySet());
    seen.addAll(ever.values());
    Map<UUID, Integer> sizes = new TreeMap<>();
    seen.forEach(person -> sizes.merge(group.get(person), 1, Integer::sum));
    return sizes.values().stream().sorted().toList();
  }

  private static List<Integer> sizes() {
    return rows(GROUPS).stream()
        .map(row -> ((Number) Objects.requireNonNull(row.get("members"))).intValue())
        .toList();
  }

  private UUID registered() {
    UUID person = UUID.randomUUID();
    add(person, new PersonRegistered(person));
    return person;
  }

  private void linked(UUID person, UUID other, Map<UUID, UUID> into) {
    into.put(person, other);
    linked(person, other);
  }

  private void linked(UUID person, UUID other) {
    add(person, new PersonsLinked(person, other, LinkReason.NAME_AND_BIRTH_DATE, at));
  }

  private void unlinked(UUID person, UUID other) {
    add(person, new PersonsUnlinked(person, other, at));
  }

  private void add(UUID person, PersonEvent event) {
    long version = versions.merge(person, 1L, Long::sum);
    told.add(
        new Telling.Told(
            new Head(
                UUID.randomUUID(),
                "/test",
                EventTypes.name(event.getClass()),
                person,
                person.toString(),
                version,
                "alder",
                "CA-ON",
                Mode.LIVE,
                at,
                at,
                null,
                null,
                null),
            event));
  }

  private void tell(long order, int times) {
    List<Telling.Told> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(told);
    }
    Collections.shuffle(all, new Random(order));
    Telling.send(all);
    awaitFacts(told.size());
  }
}
