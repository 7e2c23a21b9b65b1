package org.warmhandoff.incident.linking;

import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Persons;

/** Two different persons a human speaks of, locked. */
record Pair(Person one, Person other) {

  /**
   * Finds and locks them in the order of their ids, as intake does.
   *
   * @throws Problem 404 where one of them is nobody, 422 where they are the same
   */
  static Pair locked(Persons persons, UUID one, UUID other) {
    if (one.equals(other)) {
      throw Problem.wrong("same-person", "These are not two persons.")
          .at("/other")
          .expected("another person's id");
    }
    List<Person> found = persons.locked(List.of(one, other));
    if (found.size() < 2) {
      throw Problem.notFound("no-such-person", "There is no such person.");
    }
    boolean inOrder = found.getFirst().id().equals(one);
    return new Pair(found.get(inOrder ? 0 : 1), found.get(inOrder ? 1 : 0));
  }
}
