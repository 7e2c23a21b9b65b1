package org.warmhandoff.incident.linking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.PersonLinks;
import org.warmhandoff.incident.Persons;

/** Two different persons a human speaks of, locked. */
record Pair(Person one, Person other) {

  /**
   * Finds them, and locks them with everyone linked to either in the order of their ids, as intake
   * does: nobody is linked to one of them meanwhile.
   *
   * @throws Problem 404 where one of them is nobody, 422 where they are the same
   */
  static Pair locked(Persons persons, PersonLinks links, UUID one, UUID other) {
    if (one.equals(other)) {
      throw Problem.wrong("same-person", "These are not two persons.")
          .at("/other")
          .expected("another person's id");
    }
    Set<UUID> all = new HashSet<>();
    links.groups(Set.of(one, other)).values().forEach(all::addAll);
    List<Person> found = persons.locked(all);
    return new Pair(in(found, one), in(found, other));
  }

  private static Person in(List<Person> found, UUID id) {
    return found.stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-person", "There is no such person."));
  }
}
