package org.warmhandoff.bench.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * People in households that share an address and mostly a phone and a family name; twins, sons
 * named after their fathers, people with one name and one birth date, people of whose birth only
 * the year is known.
 */
final class Population {

  private static final String[] STREETS = {
    "Street", "Avenue", "Road", "Drive", "Crescent", "Boulevard", "Court"
  };

  private final List<Human> humans = new ArrayList<>();
  private final List<List<Human>> households = new ArrayList<>();
  private final Random random;
  private final Names names;

  Population(int size, long seed) {
    this.random = new Random(seed);
    this.names = new Names(random);
    while (humans.size() < size) {
      household();
    }
  }

  List<Human> humans() {
    return humans;
  }

  List<List<Human>> households() {
    return households;
  }

  private void household() {
    int number = households.size();
    List<Human> members = new ArrayList<>();
    households.add(members);
    String family = names.family(random);
    Human.Home home =
        new Human.Home(
            "%d %s %s, apt %d"
                .formatted(
                    1 + random.nextInt(999),
                    names.family(random),
                    STREETS[random.nextInt(STREETS.length)],
                    1 + random.nextInt(40)),
            phone());
    if (chance(0.015)) {
      onlyTheYear(members, number, home);
      return;
    }
    if (chance(0.001)) {
      namesake(members, number, home);
    }
    LocalDate her = adult();
    String wife = names.given(random);
    boolean shares = chance(0.55);
    members.add(human(number, wife, shares ? family : names.family(random), her, home, family));
    if (chance(0.75)) {
      String husband = names.given(random);
      members.add(
          human(number, husband, family, her.plusDays(random.nextInt(6000) - 3000), home, null));
      children(members, number, family, husband, her, home);
    }
    humans.addAll(members);
  }

  private void children(
      List<Human> members,
      int number,
      String family,
      String father,
      LocalDate mother,
      Human.Home home) {
    int grown = random.nextInt(4) - 1;
    for (int child = 0; child < grown; child++) {
      LocalDate born = mother.plusYears(20 + random.nextInt(15)).plusDays(random.nextInt(365));
      String given = chance(0.04) ? father : names.given(random);
      members.add(human(number, given, family, born, home, null));
      if (chance(0.03)) {
        String twin = chance(0.4) ? names.alike(random, given) : names.given(random);
        members.add(human(number, twin, family, born, home, null));
      }
    }
  }

  /** Registered together on arrival, all on the first of January, with few names among them. */
  private void onlyTheYear(List<Human> members, int number, Human.Home home) {
    String family = names.commonFamily(random);
    for (int i = 0; i < 3; i++) {
      LocalDate born = LocalDate.of(1960 + random.nextInt(45), 1, 1);
      members.add(human(number, names.commonGiven(random), family, born, home, null));
    }
    humans.addAll(members);
  }

  /** Somebody with another person's name and birth date. */
  private void namesake(List<Human> members, int number, Human.Home home) {
    if (!humans.isEmpty()) {
      Human other = humans.get(random.nextInt(humans.size()));
      members.add(human(number, other.given(), other.family(), other.born(), home, null));
    }
  }

  private Human human(
      int household,
      String given,
      String family,
      LocalDate born,
      Human.Home home,
      @Nullable String married) {
    int id = humans.size() * 8 + households.get(household).size();
    String number = "R" + Integer.toString(id + 100_000, 36).toUpperCase(Locale.ROOT);
    boolean twice = chance(0.03);
    boolean marries = married != null && !married.equals(family) && chance(0.27);
    return new Human(
        id,
        household,
        given,
        names.given(random),
        family,
        marries ? married : null,
        born,
        twice ? new String[] {number, number + "B"} : new String[] {number},
        phone(),
        home);
  }

  private LocalDate adult() {
    return LocalDate.of(1945, 1, 1).plusDays(random.nextInt(21_900));
  }

  private String phone() {
    return "(555) %03d-%04d".formatted(random.nextInt(1000), random.nextInt(10_000));
  }

  private boolean chance(double of) {
    return random.nextDouble() < of;
  }
}
